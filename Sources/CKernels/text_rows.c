#include "text_rows.h"

#include <string.h>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

/// Where in the 32 bytes from `at` a word may begin, one bit a byte: there its first byte stands, and its last one
/// `span` bytes on.
typedef uint32_t (*starts_of_word)(const uint8_t *at, size_t span, uint8_t first, uint8_t last);

#if defined(__SSE2__)
static inline uint32_t starts_sse2(const uint8_t *at, size_t span, uint8_t first, uint8_t last) {
    const __m128i head = _mm_set1_epi8((char)first), tail = _mm_set1_epi8((char)last);
    uint32_t found = 0;
    for (int i = 0; i < 2; i++) {
        __m128i begin = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(at + 16 * i)), head);
        __m128i end = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(at + span + 16 * i)), tail);
        found |= (uint32_t)_mm_movemask_epi8(_mm_and_si128(begin, end)) << (16 * i);
    }
    return found;
}

__attribute__((target("avx2"))) static inline uint32_t starts_avx2(
    const uint8_t *at, size_t span, uint8_t first, uint8_t last) {
    __m256i begin = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)at), _mm256_set1_epi8((char)first));
    __m256i end = _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(at + span)), _mm256_set1_epi8((char)last));
    return (uint32_t)_mm256_movemask_epi8(_mm256_and_si256(begin, end));
}
#else
static inline uint32_t starts_scalar(const uint8_t *at, size_t span, uint8_t first, uint8_t last) {
    uint32_t found = 0;
    for (unsigned i = 0; i < 32; i++) found |= (uint32_t)(at[i] == first && at[i + span] == last) << i;
    return found;
}
#endif

/// The first row at or after another one whose text ends behind a place: near by first, then by halves.
static inline size_t row_of(uint64_t place, const uint64_t *ends, size_t first, size_t last) {
    size_t low = first, step = 1;
    while (low + step < last && ends[low + step] <= place) {
        low += step;
        step *= 2;
    }
    size_t high = low + step < last ? low + step : last;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ends[middle] <= place) low = middle + 1;
        else high = middle;
    }
    return low;
}

__attribute__((always_inline)) static inline void search(
    const uint8_t *bytes, const uint64_t *ends, size_t first, size_t last, const uint8_t *word, size_t length,
    uint64_t *bits, starts_of_word starts) {
    if (first >= last) return;
    size_t row = first, span = length - 1;
    uint64_t place = first == 0 ? 0 : ends[first - 1], end = ends[last - 1];
    while (place + length <= end) {
        uint32_t found;
        if (end - place >= span + 32) {
            found = starts(bytes + place, span, word[0], word[span]);
        } else {
            found = bytes[place] == word[0] && bytes[place + span] == word[span];
        }
        uint64_t next = place + (end - place >= span + 32 ? 32 : 1);
        while (found) {
            uint64_t hit = place + (unsigned)__builtin_ctz(found);
            found &= found - 1;
            if (length > 2 && memcmp(bytes + hit + 1, word + 1, length - 2) != 0) continue;
            row = row_of(hit, ends, row, last);
            // A hit that reaches into the next text is none; after one the rest of its row is passed over.
            if (hit + length > ends[row]) continue;
            bits[row >> 6] |= 1ull << (row & 63);
            uint64_t rest = ends[row] - place;
            if (rest >= 32) {
                found = 0;
                if (ends[row] > next) next = ends[row];
            } else {
                found &= ~0u << rest;
            }
        }
        place = next;
    }
}

#if defined(__SSE2__)
__attribute__((target("avx2,bmi"))) static void rows_avx2(
    const uint8_t *bytes, const uint64_t *ends, size_t first, size_t last, const uint8_t *word, size_t length,
    uint64_t *bits) {
    search(bytes, ends, first, last, word, length, bits, starts_avx2);
}
#endif

void text_rows(
    const uint8_t *bytes, const uint64_t *ends, size_t first, size_t last, const uint8_t *word, size_t length,
    uint64_t *bits) {
#if defined(__SSE2__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")) {
        rows_avx2(bytes, ends, first, last, word, length, bits);
        return;
    }
    search(bytes, ends, first, last, word, length, bits, starts_sse2);
#else
    search(bytes, ends, first, last, word, length, bits, starts_scalar);
#endif
}

bool text_is_plain(const uint8_t *bytes, size_t size) {
    for (size_t at = 0; at < size;) {
        // Asked once for many bytes, so that the pass over them has no branches.
        size_t end = size - at < 4096 ? size : at + 4096;
        uint8_t odd = 0;
        for (; at < end; at++) odd |= (uint8_t)(bytes[at] & 0x80) | (uint8_t)((uint8_t)(bytes[at] - 'A') < 26);
        if (odd) return false;
    }
    return true;
}
