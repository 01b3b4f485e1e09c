#define _GNU_SOURCE
#include "CNcurses.h"

#include <pthread.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

static sigset_t polled(void) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGWINCH);
    sigaddset(&set, SIGTSTP);
    sigaddset(&set, SIGCONT);
    return set;
}

void signals_block(void) {
    sigset_t set = polled();
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

int signals_open(void) {
    sigset_t set = polled();
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int signals_next(int descriptor) {
    struct signalfd_siginfo came;
    return read(descriptor, &came, sizeof came) == sizeof came ? (int)came.ssi_signo : 0;
}

bool signals_may_stop(void) {
    struct sigaction action;
    if (sigaction(SIGTSTP, NULL, &action) == 0 && action.sa_handler == SIG_IGN) return false;
    return getsid(0) != getpid();
}

void signals_stop(void) {
    // The whole job, as the terminal would do it: a script that waits for us must stop too.
    kill(0, SIGTSTP);
    raise(SIGSTOP);
    // The signal that woke us is answered by our caller; left pending it would be answered a second time.
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCONT);
    sigaddset(&set, SIGTSTP);
    struct timespec now = {0, 0};
    while (sigtimedwait(&set, NULL, &now) > 0) {}
}
