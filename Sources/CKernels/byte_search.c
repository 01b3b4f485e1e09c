#define _GNU_SOURCE
#include "byte_search.h"

#include <string.h>

size_t byte_search(const uint8_t *bytes, size_t size, const uint8_t *wanted, size_t length) {
    if (size < length) return size;
    const uint8_t *hit = memmem(bytes, size, wanted, length);
    return hit ? (size_t)(hit - bytes) : size;
}
