#include "CNcurses.h"

#include <sys/eventfd.h>

int bell_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void bell_ring(int bell) { eventfd_write(bell, 1); }

void bell_quiet(int bell) {
    eventfd_t rung;
    eventfd_read(bell, &rung);
}
