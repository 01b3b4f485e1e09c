#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The marks of a CSV file, all ASCII.
typedef struct {
    uint8_t delimiter;
    uint8_t quote;
    uint8_t newline;
} csv_marks;

/// Why a scan stopped.
enum {
    CSV_NEEDS_BYTES = 0,  ///< The row at `consumed` goes on beyond the bytes given.
    CSV_TABLE_FULL = 1,   ///< As many rows as asked for.
    CSV_ODD_ROW = 2,      ///< The row at `consumed` needs a closer look: misplaced quotes or another number of fields.
};

/// What a scan found.
typedef struct {
    size_t rows;      ///< Whole rows before `consumed`.
    size_t consumed;  ///< Where the first row not taken begins.
    uint32_t lines;   ///< Line ends before `consumed`.
    int status;
    bool has_quotes;  ///< The rows may hold quotes.
    bool has_high;    ///< The rows may hold bytes above 0x7F.
    bool has_zero;    ///< The rows may hold zero bytes.
    bool has_blank;   ///< The rows may hold blanks or tabs.
} csv_scan;

/// Splits bytes into rows of `width` fields.
///
/// Field f of row r lies at starts[r * width + f] ..< ends[r * width + f], still quoted if it is, without the carriage
/// return before a line feed. `lines[r]` counts the line ends before row r and `rows[r]` is where it begins.
/// At least 64 bytes after `end` must be readable; what they hold does not matter.
csv_scan csv_rows(
    const uint8_t *bytes, size_t begin, size_t end, csv_marks marks, size_t width, size_t limit, uint32_t *starts,
    uint32_t *ends, uint32_t *rows, uint32_t *lines);

/// The same one byte at a time, for processors without SSE2 and as the oracle of the other.
csv_scan csv_rows_scalar(
    const uint8_t *bytes, size_t begin, size_t end, csv_marks marks, size_t width, size_t limit, uint32_t *starts,
    uint32_t *ends, uint32_t *rows, uint32_t *lines);

/// The offset of the first byte that is no part of well-formed UTF-8, or `length`.
size_t utf8_fault(const uint8_t *bytes, size_t length);
