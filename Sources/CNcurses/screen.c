#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"

#if __has_include(<ncursesw/curses.h>)
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#else
#include <curses.h>
#include <term.h>
#endif

// term.h makes a macro of every capability.
#undef columns

#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *frame_file;
static int frame = -1;
static bool in_color;

// Only the character set: LC_ALL would also change how C libraries read and print numbers.
bool screen_set_locale(void) {
    if (setlocale(LC_CTYPE, "") == NULL) {
        // The named locale is not installed here; over SSH it often is not, and its character set still counts.
        const char *names[] = {getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")};
        for (int i = 0; i < 3; i++) {
            if (names[i] == NULL || *names[i] == 0) continue;
            if (strcasestr(names[i], "utf-8") || strcasestr(names[i], "utf8")) setlocale(LC_CTYPE, "C.UTF-8");
            break;
        }
    }
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static void forget_type(void) {
    if (cur_term != NULL) del_curterm(cur_term);
}

int screen_type(const char *type) {
    int found = 0;
    if (setupterm(type, STDOUT_FILENO, &found) != OK) return -1;
    int can_place = cursor_address != NULL && *cursor_address != 0;
    forget_type();
    return can_place;
}

// newterm takes INT, TERM, TSTP and WINCH for handlers that would write into the frame.
static const int taken[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};

static SCREEN *start(const char *type) {
    struct sigaction before[4];
    for (int i = 0; i < 4; i++) sigaction(taken[i], NULL, &before[i]);
    SCREEN *started = newterm(type, frame_file, stdin);
    for (int i = 0; i < 4; i++) sigaction(taken[i], &before[i], NULL);
    return started;
}

static void choose_color(bool color) {
    in_color = color && has_colors() && start_color() == OK && COLOR_PAIRS > 1;
    if (in_color) use_default_colors();
}

int screen_open(const char *type, int columns, int rows, bool color) {
    if (screen != NULL) return EBUSY;
    frame = memfd_create("frame", MFD_CLOEXEC);
    if (frame < 0) return errno;
    frame_file = fdopen(dup(frame), "w");
    if (frame_file == NULL) return errno;
    // The frame is no terminal that could be asked for its size, so curses is told through the environment.
    char text[16];
    snprintf(text, sizeof text, "%d", rows);
    setenv("LINES", text, 1);
    snprintf(text, sizeof text, "%d", columns);
    setenv("COLUMNS", text, 1);
    screen = start(type);
    unsetenv("LINES");
    unsetenv("COLUMNS");
    if (screen == NULL) return ENOTTY;
    noecho();
    typeahead(-1);
    // Cells are not shifted within a line: ncurses would count the columns of what it shifts by its own table.
    idcok(stdscr, FALSE);
    leaveok(stdscr, TRUE);
    choose_color(color);
    return 0;
}

static void empty_frame(void) {
    if (ftruncate(frame, 0) == 0) lseek(frame, 0, SEEK_SET);
}

void screen_was_left(void) {
    endwin();
    empty_frame();
    clearok(curscr, TRUE);
}

void screen_close(void) {
    if (screen != NULL) {
        endwin();
        delscreen(screen);
        screen = NULL;
    }
    if (frame_file != NULL) fclose(frame_file);
    if (frame >= 0) close(frame);
    frame_file = NULL;
    frame = -1;
}

void screen_redraw_all(void) { clearok(curscr, TRUE); }

void screen_resize(int columns, int rows) {
    // Not resizeterm: that also pushes a key which nobody here reads.
    if (is_term_resized(rows, columns)) resize_term(rows, columns);
    clearok(curscr, TRUE);
}

int screen_colors(void) { return in_color ? COLORS : 0; }

int screen_pair(int foreground, int background) {
    if (!in_color || (foreground < 0 && background < 0)) return 0;
    int pair = alloc_pair(foreground, background);
    return pair > 0 ? pair : 0;
}

static attr_t attributes(uint32_t emphasis) {
    attr_t set = A_NORMAL;
    if (emphasis & 1) set |= A_BOLD;
    if (emphasis & 2) set |= A_UNDERLINE;
    if (emphasis & 4) set |= A_REVERSE;
    if (emphasis & 8) set |= A_DIM;
    return set;
}

void screen_put(int row, int column, const uint32_t *scalars, int count, uint32_t emphasis, int pair) {
    wchar_t text[CCHARW_MAX + 1];
    if (count > CCHARW_MAX) count = CCHARW_MAX;
    for (int i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
    text[count] = 0;
    cchar_t cell;
    // The pair goes through `opts`: the short before it ends at 32767.
    if (setcchar(&cell, text, attributes(emphasis), 0, &pair) == OK) mvwadd_wch(stdscr, row, column, &cell);
}

void screen_cursor(int row, int column) {
    bool shown = row >= 0;
    bool can_hide = curs_set(shown ? 1 : 0) != ERR;
    leaveok(stdscr, !shown && can_hide);
    if (shown) {
        wmove(stdscr, row, column);
    } else if (!can_hide) {
        wmove(stdscr, LINES - 1, COLS - 1);
    }
}

size_t screen_update(void) {
    wnoutrefresh(stdscr);
    doupdate();
    fflush(frame_file);
    off_t length = lseek(frame, 0, SEEK_END);
    return length > 0 ? (size_t)length : 0;
}

size_t screen_take(uint8_t *bytes, size_t room) {
    ssize_t count = pread(frame, bytes, room, 0);
    empty_frame();
    return count > 0 ? (size_t)count : 0;
}

int screen_width(uint32_t scalar) {
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};
    if (wcrtomb(bytes, (wchar_t)scalar, &state) == (size_t)-1) return -1;
    return wcwidth((wchar_t)scalar);
}

// A capability with its padding, as in "\e[m$<2>", taken off.
static size_t copy_plain(const char *text, uint8_t *bytes, size_t room) {
    size_t count = 0;
    while (text != NULL && *text != 0 && count < room) {
        const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
        if (end != NULL) {
            text = end + 1;
        } else {
            bytes[count++] = (uint8_t)*text++;
        }
    }
    return count;
}

size_t screen_capability(const char *name, uint8_t *bytes, size_t room) {
    const char *text = tigetstr(name);
    return text == (char *)-1 ? 0 : copy_plain(text, bytes, room);
}

size_t screen_place(int row, int column, uint8_t *bytes, size_t room) {
    return copy_plain(tiparm(cursor_address, row, column), bytes, room);
}

bool screen_window_size(int descriptor, int *columns, int *rows) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return true;
}
