#pragma once
#include <stddef.h>
#include <stdint.h>

/// Where bytes stand first in others, counted from their start; `size` where they stand nowhere.
///
/// What is looked for has one byte or more. For the rows of many texts there is `text_rows`.
size_t byte_search(const uint8_t *bytes, size_t size, const uint8_t *wanted, size_t length);
