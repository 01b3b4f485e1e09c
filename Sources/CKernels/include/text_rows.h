#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Sets the bits of those rows of a stretch whose text holds a word; the other bits stay as they are.
///
/// The texts lie end to end, that of row `r` from `ends[r - 1]` (the first from 0) to `ends[r]`. The stretch goes from
/// row `first` to before row `last`. The word has one byte or more.
void text_rows(
    const uint8_t *bytes, const uint64_t *ends, size_t first, size_t last, const uint8_t *word, size_t length,
    uint64_t *bits);

/// Whether all bytes are ASCII and none is a capital letter.
bool text_is_plain(const uint8_t *bytes, size_t size);
