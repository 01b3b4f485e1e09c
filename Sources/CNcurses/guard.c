#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

// Everything that leaving needs lies here ready made, as a signal handler may neither allocate nor lock.

static atomic_bool entered;
static struct termios cooked, raw;
static bool knows_cooked;
static int keyboard_fd = -1, display_fd = -1;
static int real_errors = -1, kept_errors = -1;

static struct {
    uint8_t bytes[1024];
    size_t count;
} leaving[2];
static atomic_int current;

void guard_set_leave(const uint8_t *bytes, size_t count) {
    int next = 1 - atomic_load(&current);
    if (count > sizeof leaving[next].bytes) count = sizeof leaving[next].bytes;
    memcpy(leaving[next].bytes, bytes, count);
    leaving[next].count = count;
    atomic_store(&current, next);
}

// A line that takes nothing for 200 ms is dead; the program ends all the same.
static void write_patiently(int descriptor, const uint8_t *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        } else if (written < 0 && errno == EINTR) {
            continue;
        } else if (written < 0 && errno == EAGAIN) {
            struct pollfd line = {descriptor, POLLOUT, 0};
            if (poll(&line, 1, 200) <= 0) return;
        } else {
            return;
        }
    }
}

static void keep_errors(void) {
    if (!isatty(STDERR_FILENO)) return;
    kept_errors = memfd_create("errors", MFD_CLOEXEC);
    if (kept_errors < 0) return;
    real_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    dup2(kept_errors, STDERR_FILENO);
}

// The last 4 kB, from the start of a line.
static void print_errors(void) {
    if (kept_errors < 0) return;
    dup2(real_errors, STDERR_FILENO);
    uint8_t tail[4096];
    struct stat file;
    off_t start = fstat(kept_errors, &file) == 0 && file.st_size > (off_t)sizeof tail ? file.st_size - (off_t)sizeof tail : 0;
    ssize_t count = pread(kept_errors, tail, sizeof tail, start);
    ssize_t first = 0;
    if (start > 0) {
        while (first < count && tail[first] != '\n') first++;
        first++;
    }
    if (count > first) write_patiently(STDERR_FILENO, tail + first, (size_t)(count - first));
    close(kept_errors);
    close(real_errors);
    kept_errors = real_errors = -1;
}

// What the terminal was like at the very first entry is what it gets back in the end.
static int read_modes(int keyboard) {
    if (knows_cooked) return 0;
    if (tcgetattr(keyboard, &cooked) != 0) return errno;
    knows_cooked = true;
    raw = cooked;
    raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON | PARMRK);
    raw.c_oflag &= ~(tcflag_t)OPOST;
    raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    return 0;
}

int guard_enter(int keyboard, int display) {
    int error = read_modes(keyboard);
    if (error != 0) return error;
    keyboard_fd = keyboard;
    display_fd = display;
    if (!atomic_exchange(&entered, true)) keep_errors();
    return tcsetattr(keyboard, TCSANOW, &raw) == 0 ? 0 : errno;
}

void guard_leave(void) {
    if (!atomic_exchange(&entered, false)) return;
    int error = errno;
    int which = atomic_load(&current);
    write_patiently(display_fd, leaving[which].bytes, leaving[which].count);
    // Reports of the mouse that are still under way must not be typed into the shell.
    tcflush(keyboard_fd, TCIFLUSH);
    tcsetattr(keyboard_fd, TCSANOW, &cooked);
    print_errors();
    errno = error;
}

static const int deadly[] = {SIGHUP, SIGINT, SIGTERM, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE};
enum { deadly_count = sizeof deadly / sizeof deadly[0] };
static struct sigaction before[deadly_count];
static bool armed;

// Leaves, then lets the signal do what it would have done without us.
static void leave_and_die(int number) {
    guard_leave();
    for (int i = 0; i < deadly_count; i++) {
        if (deadly[i] == number) sigaction(number, &before[i], NULL);
    }
    raise(number);
}

// A stack that overflowed cannot run its own handler.
static void prepare_stack(void) {
    static uint8_t memory[1 << 16];
    stack_t now, spare = {.ss_sp = memory, .ss_size = sizeof memory, .ss_flags = 0};
    if (sigaltstack(NULL, &now) == 0 && (now.ss_flags & SS_DISABLE)) sigaltstack(&spare, NULL);
}

void guard_arm(void) {
    static bool at_exit;
    if (armed) return;
    armed = true;
    if (!at_exit) at_exit = atexit(guard_leave) == 0;
    prepare_stack();
    struct sigaction action = {.sa_handler = leave_and_die, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < deadly_count; i++) {
        sigaction(deadly[i], NULL, &before[i]);
        // What our parent told us to ignore (nohup) stays ignored.
        if (before[i].sa_handler != SIG_IGN) sigaction(deadly[i], &action, NULL);
    }
}

void guard_disarm(void) {
    if (!armed) return;
    armed = knows_cooked = false;
    for (int i = 0; i < deadly_count; i++) sigaction(deadly[i], &before[i], NULL);
}

int guard_open_display(int descriptor) {
    char name[64];
    if (ttyname_r(descriptor, name, sizeof name) == 0) {
        // An opening of our own: O_NONBLOCK on the shared one would be left to the shell.
        int own = open(name, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        if (own >= 0) return own;
    }
    return fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
}

long guard_write(int descriptor, const uint8_t *bytes, size_t count) {
    // A thread that trapped has left the screen while this one was drawing.
    if (!atomic_load(&entered)) return (long)count;
    struct pollfd line = {descriptor, POLLOUT, 0};
    if (poll(&line, 1, 0) > 0 && (line.revents & POLLOUT) == 0) return -1;
    if ((line.revents & POLLOUT) == 0) return 0;
    ssize_t written = write(descriptor, bytes, count);
    if (written >= 0) return written;
    return errno == EAGAIN || errno == EINTR ? 0 : -1;
}
