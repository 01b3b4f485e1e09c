#pragma once

// What Swift cannot say of ncurses itself: macros, variadic functions, mutable C globals and signal handlers.
// The pointers of ncurses stay in here; Swift sees numbers and bytes.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// screen.c: one full-screen ncurses that draws into memory.

/// Takes the character set from the environment; whether it is UTF-8.
bool screen_set_locale(void);
/// 1 for a terminal type that can place the cursor, 0 for one that cannot, -1 for one without a description.
int screen_type(const char *type);
/// Starts ncurses for a terminal type; 0, or the error number.
int screen_open(const char *type, int columns, int rows, bool color);
/// Ends ncurses; what it writes for that is thrown away, as the guard has left the screen already.
void screen_close(void);
/// Tells ncurses that the terminal was left, so that the next frame enters it anew and draws it all.
void screen_was_left(void);
/// Makes the next frame draw every cell.
void screen_redraw_all(void);
void screen_resize(int columns, int rows);
/// 0 where colours are not used.
int screen_colors(void);
/// A pair of colours, -1 for the terminal's own; 0 when there are none left.
int screen_pair(int foreground, int background);
/// Puts one character with its combining marks; `emphasis` is 1 bold, 2 underline, 4 reverse, 8 dim.
void screen_put(int row, int column, const uint32_t *scalars, int count, uint32_t emphasis, int pair);
/// Shows the cursor at a place, or hides it with a negative row.
void screen_cursor(int row, int column);
/// Brings ncurses' picture up to date; the number of bytes that takes on the wire.
size_t screen_update(void);
/// Moves the bytes of the last update out.
size_t screen_take(uint8_t *bytes, size_t room);
/// The columns that the C library gives to a character: 0 to 2, or -1 when it cannot be shown.
int screen_width(uint32_t scalar);
/// A text capability without its padding marks, or 0 bytes.
size_t screen_capability(const char *name, uint8_t *bytes, size_t room);
/// The bytes that put the cursor at a place.
size_t screen_place(int row, int column, uint8_t *bytes, size_t room);
/// The size of the terminal behind a descriptor.
bool screen_window_size(int descriptor, int *columns, int *rows);

// guard.c: gives the terminal back exactly once, whatever ends the program.

/// The bytes that leave the screen; may be changed at any time, at most 1024.
void guard_set_leave(const uint8_t *bytes, size_t count);
/// Raw mode on the keyboard, and standard error into memory if it is a terminal; 0, or the error number.
/// May be called again to make sure, when somebody else used the terminal meanwhile.
int guard_enter(int keyboard, int display);
/// Undoes `guard_enter` and prints the tail of standard error; nothing if it was undone. Safe in a signal handler.
void guard_leave(void);
/// Calls `guard_leave` on every signal that ends a program, and at exit.
void guard_arm(void);
/// Gives the signals back and forgets the terminal.
void guard_disarm(void);
/// A second, non-blocking opening of the terminal behind a descriptor, or a copy of it.
int guard_open_display(int descriptor);
/// Writes what fits now; -1 when the line is gone, and pretends success once the screen was left.
long guard_write(int descriptor, const uint8_t *bytes, size_t count);

// signals.c: signals as something to poll.

/// Blocks HUP, TERM, INT, WINCH, TSTP and CONT for this thread and those it starts.
void signals_block(void);
/// A descriptor that is readable when a blocked signal came, or -1.
int signals_open(void);
/// The next signal that came, or 0.
int signals_next(int descriptor);
/// Whether there is a shell that could continue this process; without one a stop would be for good.
bool signals_may_stop(void);
/// Stops this job until it is continued.
void signals_stop(void);

// bell.c: a descriptor to poll for messages of other threads.

/// A new bell, or -1.
int bell_open(void);
void bell_ring(int bell);
/// Makes the bell silent until it rings again.
void bell_quiet(int bell);
