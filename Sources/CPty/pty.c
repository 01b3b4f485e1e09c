#define _GNU_SOURCE
#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

int64_t pty_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

int pty_resize(int master, int columns, int rows) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(master, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

int pty_modes(int descriptor, pty_termios *modes) {
    struct termios now;
    // Its padding takes part in the comparison, and tcgetattr leaves that as it is.
    memset(&now, 0, sizeof now);
    _Static_assert(sizeof now <= sizeof modes->bytes, "room for the modes");
    memset(modes, 0, sizeof *modes);
    if (tcgetattr(descriptor, &now) != 0) return errno;
    memcpy(modes->bytes, &now, sizeof now);
    return 0;
}

int pty_same_modes(const pty_termios *first, const pty_termios *second) {
    return memcmp(first, second, sizeof *first) == 0;
}

// Everything is opened close-on-exec at once: other threads spawn at the same time, and a stray copy of the
// master would keep the line up.
static int open_terminal(pty_session *session, int columns, int rows) {
    session->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (session->master < 0 || grantpt(session->master) != 0 || unlockpt(session->master) != 0) return errno;
    char name[64];
    int error = ptsname_r(session->master, name, sizeof name);
    if (error != 0) return error;
    session->terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (session->terminal < 0) return errno;
    return pty_resize(session->master, columns, rows);
}

static void report(int descriptor, int kind, int value) {
    pty_report message = {kind, value, pty_now()};
    if (write(descriptor, &message, sizeof message) < 0) _exit(1);
}

// From here on a fork of a process with many threads: only calls that are safe in a signal handler.

static void default_signals(void) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    for (int number = 1; number < 32; number++) sigaction(number, &action, NULL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void become(const char *path, char *const arguments[], char *const environment[], int terminal, int trace, int reports) {
    setpgid(0, 0);
    tcsetpgrp(terminal, getpid());
    default_signals();
    for (int standard = 0; standard < 3; standard++) dup2(terminal, standard);
    dup2(trace, 3);
    execve(path, arguments, environment);
    report(reports, pty_failed, errno);
    _exit(127);
}

static void lead(pid_t program, int terminal, int reports, int control) {
    for (;;) {
        int status;
        if (waitpid(program, &status, WUNTRACED) < 0) _exit(1);
        if (WIFSTOPPED(status)) {
            tcsetpgrp(terminal, getpid());
            report(reports, pty_stopped, WSTOPSIG(status));
            char go;
            if (read(control, &go, 1) != 1) _exit(0);
            tcsetpgrp(terminal, program);
            kill(-program, SIGCONT);
        } else {
            tcsetpgrp(terminal, getpid());
            if (WIFEXITED(status)) report(reports, pty_exited, WEXITSTATUS(status));
            else report(reports, pty_killed, WTERMSIG(status));
            // Stay until the test lets go, so that the terminal keeps the modes it was left with.
            char go;
            while (read(control, &go, 1) == 1) {}
            _exit(0);
        }
    }
}

// Closes what is above the standard descriptors and not among `count` ascending ones.
static void close_all_but(const int kept[], int count) {
    unsigned first = 3;
    for (int i = 0; i < count; i++) {
        if (kept[i] < 0) _exit(1);
        if ((unsigned)kept[i] > first) close_range(first, (unsigned)kept[i] - 1, 0);
        first = (unsigned)kept[i] + 1;
    }
    close_range(first, ~0U, 0);
}

static void start_session(const char *path, char *const arguments[], char *const environment[], int terminal, int trace, int reports, int control) {
    setsid();
    ioctl(terminal, TIOCSCTTY, 0);
    default_signals();
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    // A leader in the background sets the foreground job, and outlives a dropped line to tell of the end.
    sigaction(SIGTTOU, &ignore, NULL);
    sigaction(SIGHUP, &ignore, NULL);
    pid_t program = _Fork();
    if (program == 0) become(path, arguments, environment, terminal, trace, reports);
    setpgid(program, program);
    tcsetpgrp(terminal, program);
    close(trace);
    report(reports, pty_started, program);
    lead(program, terminal, reports, control);
}

int pty_spawn(const char *path, char *const arguments[], char *const environment[], int columns, int rows, pty_session *session) {
    int error = open_terminal(session, columns, rows);
    if (error != 0) return error;
    int reports[2], trace[2], control[2];
    if (pipe2(reports, O_CLOEXEC) != 0 || pipe2(trace, O_CLOEXEC) != 0 || pipe2(control, O_CLOEXEC) != 0) return errno;
    session->leader = _Fork();
    if (session->leader < 0) return errno;
    if (session->leader == 0) {
        // Copies of the test's own ends, here and of other sessions, would hide that the test let go of them.
        int kept[] = {session->terminal, reports[1], trace[1], control[0]};
        // Numbers that ascend, and none that the program gets.
        for (int i = 0; i < 4; i++) kept[i] = fcntl(kept[i], F_DUPFD_CLOEXEC, 1000 + i);
        close_all_but(kept, 4);
        start_session(path, arguments, environment, kept[0], kept[2], kept[1], kept[3]);
    }
    close(reports[1]);
    close(trace[1]);
    close(control[0]);
    session->reports = reports[0];
    session->trace = trace[0];
    session->control = control[1];
    return 0;
}

int pty_pipe(int ends[2]) {
    // Writing to a command that does not read is an error to look at, not the end of the test.
    signal(SIGPIPE, SIG_IGN);
    return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
}

int pty_spawn_plain(const char *path, char *const arguments[], char *const environment[], const int standard[3], pid_t *process) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    for (int number = 0; number < 3; number++) posix_spawn_file_actions_adddup2(&actions, standard[number], number);
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    int error = posix_spawn(process, path, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}
