#include "csv_rows.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

typedef struct {
    uint64_t delimiters, newlines, quotes, returns, high, zeros, blanks;
} block_masks;

static inline block_masks masks_scalar(const uint8_t *block, csv_marks marks) {
    block_masks found = {0};
    for (int i = 0; i < 64; i++) {
        uint64_t bit = 1ull << i;
        uint8_t byte = block[i];
        if (byte == marks.delimiter) found.delimiters |= bit;
        if (byte == marks.newline) found.newlines |= bit;
        if (byte == marks.quote) found.quotes |= bit;
        if (byte == '\r') found.returns |= bit;
        if (byte >= 0x80) found.high |= bit;
        if (byte == 0) found.zeros |= bit;
        if (byte == ' ' || byte == '\t') found.blanks |= bit;
    }
    return found;
}

#if defined(__SSE2__)
static inline block_masks masks_sse2(const uint8_t *block, csv_marks marks) {
    const __m128i delimiter = _mm_set1_epi8((char)marks.delimiter), newline = _mm_set1_epi8((char)marks.newline);
    const __m128i quote = _mm_set1_epi8((char)marks.quote), carriage = _mm_set1_epi8('\r');
    block_masks found = {0};
    for (int i = 0; i < 4; i++) {
        __m128i part = _mm_loadu_si128((const __m128i *)(block + 16 * i));
        int shift = 16 * i;
        found.delimiters |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part, delimiter)) << shift;
        found.newlines |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part, newline)) << shift;
        found.quotes |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part, quote)) << shift;
        found.returns |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part, carriage)) << shift;
        found.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(part) << shift;
        found.zeros |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part, _mm_setzero_si128())) << shift;
        __m128i blank = _mm_or_si128(_mm_cmpeq_epi8(part, _mm_set1_epi8(' ')), _mm_cmpeq_epi8(part, _mm_set1_epi8('\t')));
        found.blanks |= (uint64_t)(uint32_t)_mm_movemask_epi8(blank) << shift;
    }
    return found;
}
#endif

#if defined(__SSE2__)
__attribute__((target("avx2"))) static inline block_masks masks_avx2(const uint8_t *block, csv_marks marks) {
    const __m256i delimiter = _mm256_set1_epi8((char)marks.delimiter), newline = _mm256_set1_epi8((char)marks.newline);
    const __m256i quote = _mm256_set1_epi8((char)marks.quote), carriage = _mm256_set1_epi8('\r');
    block_masks found = {0};
    for (int i = 0; i < 2; i++) {
        __m256i part = _mm256_loadu_si256((const __m256i *)(block + 32 * i));
        int shift = 32 * i;
        found.delimiters |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(part, delimiter)) << shift;
        found.newlines |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(part, newline)) << shift;
        found.quotes |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(part, quote)) << shift;
        found.returns |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(part, carriage)) << shift;
        found.high |= (uint64_t)(uint32_t)_mm256_movemask_epi8(part) << shift;
        found.zeros |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(part, _mm256_setzero_si256()))
                       << shift;
        __m256i blank = _mm256_or_si256(
            _mm256_cmpeq_epi8(part, _mm256_set1_epi8(' ')), _mm256_cmpeq_epi8(part, _mm256_set1_epi8('\t')));
        found.blanks |= (uint64_t)(uint32_t)_mm256_movemask_epi8(blank) << shift;
    }
    return found;
}
#endif

/// Each bit is the parity of the bits up to and including it.
static inline uint64_t prefix_xor(uint64_t bits) {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    bits ^= bits << 32;
    return bits;
}

/// A quote may open only at the start of a field or right after a closing one (an escaped quote), and after a closing
/// one only a mark, a return or an opening quote may stand; everywhere else parity says nothing, so the scan stops.
__attribute__((always_inline)) static inline csv_scan scan(
    const uint8_t *bytes, size_t begin, size_t end, csv_marks marks, size_t width, size_t limit, uint32_t *starts,
    uint32_t *ends, uint32_t *rows, uint32_t *lines, block_masks (*masks)(const uint8_t *, csv_marks)) {
    csv_scan result = {.consumed = begin, .status = CSV_NEEDS_BYTES};
    uint64_t inside_carry = 0, may_open_carry = 1, closed_carry = 0;
    uint32_t line = 0, quoted_lines = 0;
    size_t field = begin, count = 0;
    uint32_t *row_starts = starts, *row_ends = ends;
    bool trims_return = marks.newline == '\n';
    for (size_t base = begin; base < end; base += 64) {
        block_masks found = masks(bytes + base, marks);
        if (end - base < 64) {
            uint64_t valid = (1ull << (end - base)) - 1;
            found.delimiters &= valid;
            found.newlines &= valid;
            found.quotes &= valid;
            found.returns &= valid;
            found.high &= valid;
            found.zeros &= valid;
            found.blanks &= valid;
        }
        uint64_t structural = found.delimiters | found.newlines, quoted_newlines = 0;
        if ((found.quotes | inside_carry | closed_carry) != 0) {
            uint64_t inside = prefix_xor(found.quotes) ^ inside_carry;
            uint64_t opening = found.quotes & inside, closing = found.quotes & ~inside;
            structural &= ~inside;
            uint64_t may_open = ((structural | closing) << 1) | may_open_carry;
            uint64_t after_closing = (closing << 1) | closed_carry;
            uint64_t valid = end - base < 64 ? (1ull << (end - base)) - 1 : ~0ull;
            uint64_t wrong = (opening & ~may_open) | (after_closing & valid & ~(structural | opening | found.returns));
            if (wrong) {
                // Whole rows before the fault stand; the row that holds it does not.
                uint64_t before = (wrong & -wrong) - 1;
                structural &= before;
                result.status = CSV_ODD_ROW;
            }
            quoted_newlines = found.newlines & inside;
            inside_carry = (uint64_t)((int64_t)inside >> 63);
            closed_carry = closing >> 63;
            may_open_carry = (structural | closing) >> 63;
            result.has_quotes = true;
        } else {
            may_open_carry = structural >> 63;
        }
        result.has_high |= found.high != 0;
        result.has_zero |= found.zeros != 0;
        result.has_blank |= found.blanks != 0;
        while (structural) {
            unsigned bit = (unsigned)__builtin_ctzll(structural);
            structural &= structural - 1;
            size_t at = base + bit;
            if (found.newlines >> bit & 1) {
                size_t field_end = at;
                if (trims_return && at > field && bytes[at - 1] == '\r') field_end--;
                if (count + 1 != width || (width == 1 && field_end == field)) {
                    result.status = CSV_ODD_ROW;
                    return result;
                }
                row_starts[count] = (uint32_t)field;
                row_ends[count] = (uint32_t)field_end;
                rows[result.rows] = (uint32_t)result.consumed;
                lines[result.rows] = line;
                if (__builtin_expect(quoted_newlines != 0, 0)) {
                    uint64_t before = quoted_newlines & ((1ull << bit) - 1);
                    line += (uint32_t)__builtin_popcountll(before);
                    quoted_newlines &= ~before;
                }
                line += 1 + quoted_lines;
                quoted_lines = 0;
                row_starts += width;
                row_ends += width;
                count = 0;
                field = at + 1;
                result.rows++;
                result.consumed = field;
                result.lines = line;
                if (result.rows == limit) {
                    result.status = CSV_TABLE_FULL;
                    return result;
                }
            } else {
                if (count + 1 >= width) {
                    result.status = CSV_ODD_ROW;
                    return result;
                }
                row_starts[count] = (uint32_t)field;
                row_ends[count] = (uint32_t)at;
                count++;
                field = at + 1;
            }
        }
        if (result.status == CSV_ODD_ROW) return result;
        quoted_lines += (uint32_t)__builtin_popcountll(quoted_newlines);
    }
    return result;
}

csv_scan csv_rows_scalar(
    const uint8_t *bytes, size_t begin, size_t end, csv_marks marks, size_t width, size_t limit, uint32_t *starts,
    uint32_t *ends, uint32_t *rows, uint32_t *lines) {
    return scan(bytes, begin, end, marks, width, limit, starts, ends, rows, lines, masks_scalar);
}

#if defined(__SSE2__)
__attribute__((target("avx2,bmi"))) static csv_scan rows_avx2(
    const uint8_t *bytes, size_t begin, size_t end, csv_marks marks, size_t width, size_t limit, uint32_t *starts,
    uint32_t *ends, uint32_t *rows, uint32_t *lines) {
    return scan(bytes, begin, end, marks, width, limit, starts, ends, rows, lines, masks_avx2);
}
#endif

csv_scan csv_rows(
    const uint8_t *bytes, size_t begin, size_t end, csv_marks marks, size_t width, size_t limit, uint32_t *starts,
    uint32_t *ends, uint32_t *rows, uint32_t *lines) {
#if defined(__SSE2__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"))
        return rows_avx2(bytes, begin, end, marks, width, limit, starts, ends, rows, lines);
    return scan(bytes, begin, end, marks, width, limit, starts, ends, rows, lines, masks_sse2);
#else
    return scan(bytes, begin, end, marks, width, limit, starts, ends, rows, lines, masks_scalar);
#endif
}
