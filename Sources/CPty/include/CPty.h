#pragma once

// Runs a program on a pseudo-terminal the way a shell does: as the foreground job of a session whose leader
// stays. Without such a leader the terminal would be hung up, and its modes reset, the moment the program ends.

#include <stdint.h>
#include <sys/types.h>

typedef struct {
    /// The emulator's end: write what is typed, read what is drawn.
    int master;
    /// The program's end, to look at the terminal's modes.
    int terminal;
    /// Gives a `pty_report` for each thing that happens to the program.
    int reports;
    /// Gives what the program writes to descriptor 3.
    int trace;
    /// Takes a byte that continues the stopped program in the foreground.
    int control;
    pid_t leader;
} pty_session;

enum { pty_started = 1, pty_stopped = 2, pty_exited = 3, pty_killed = 4, pty_failed = 5 };

typedef struct {
    int32_t kind;
    /// The process, the signal, the exit status, the signal, the error number.
    int32_t value;
    /// When, in nanoseconds of the monotonic clock.
    int64_t time;
} pty_report;

/// 0, or the error number.
int pty_spawn(const char *path, char *const arguments[], char *const environment[], int columns, int rows, pty_session *session);
/// Sets the size, which tells the program by SIGWINCH.
int pty_resize(int master, int columns, int rows);
/// Whether both ends of a comparison have the same terminal modes; `modes` is filled by `pty_modes`.
typedef struct { uint8_t bytes[128]; } pty_termios;
int pty_modes(int descriptor, pty_termios *modes);
int pty_same_modes(const pty_termios *first, const pty_termios *second);
/// Two ends of a pipe, reading and writing, that children do not inherit; 0, or the error number.
int pty_pipe(int ends[2]);
/// Starts a program with three descriptors as its standard ones and default signals; 0, or the error number.
int pty_spawn_plain(const char *path, char *const arguments[], char *const environment[], const int standard[3], pid_t *process);
/// Nanoseconds of the monotonic clock.
int64_t pty_now(void);
