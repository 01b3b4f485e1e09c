#include <string.h>

#include "csv_rows.h"

/// The length of the well-formed sequence that begins at `at` with a byte above 0x7F, or 0.
static inline size_t sequence(const uint8_t *at, size_t left) {
    uint8_t lead = at[0];
    if (lead < 0xC2 || left < 2 || (at[1] & 0xC0) != 0x80) return 0;
    if (lead < 0xE0) return 2;
    if (left < 3 || (at[2] & 0xC0) != 0x80) return 0;
    if (lead < 0xF0) {
        // Neither longer than needed nor a surrogate.
        if ((lead == 0xE0 && at[1] < 0xA0) || (lead == 0xED && at[1] >= 0xA0)) return 0;
        return 3;
    }
    if (lead > 0xF4 || left < 4 || (at[3] & 0xC0) != 0x80) return 0;
    if ((lead == 0xF0 && at[1] < 0x90) || (lead == 0xF4 && at[1] >= 0x90)) return 0;
    return 4;
}

size_t utf8_fault(const uint8_t *bytes, size_t length) {
    size_t at = 0;
    while (at < length) {
        if (length - at >= 8) {
            uint64_t word;
            memcpy(&word, bytes + at, 8);
            if ((word & 0x8080808080808080ull) == 0) {
                at += 8;
                continue;
            }
        }
        if (bytes[at] < 0x80) {
            at++;
            continue;
        }
        size_t step = sequence(bytes + at, length - at);
        if (step == 0) return at;
        at += step;
    }
    return length;
}
