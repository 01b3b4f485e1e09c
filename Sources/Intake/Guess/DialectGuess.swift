import CKernels

/// The marks of a CSV file, as its first bytes suggest them.
enum DialectGuess {
    private static let rowsLookedAt = 60

    /// The marks under which the first rows have the most fields alike; `delimiter` where it is known.
    static func dialect(of window: Window, delimiter: UInt8?, hasHeader: Bool) -> Dialect {
        var dialect = Dialect(hasHeader: hasHeader)
        dialect.hasByteOrderMark = window.start == 3
        dialect.endsLinesWithReturn = endsLinesWithReturn(window)
        let candidates = delimiter.map { [$0] } ?? Dialect.delimiterNames.map(\.byte)
        var best = (share: 0.0, fields: 0)
        for candidate in candidates {
            var tried = dialect
            tried.delimiter = candidate
            let (share, fields) = consistency(of: tried, window)
            if fields > 1 || delimiter != nil, (share, fields) > best {
                best = (share, fields)
                dialect = tried
            }
        }
        return dialect
    }

    private static func endsLinesWithReturn(_ window: Window) -> Bool {
        for at in window.start..<window.end {
            if window.base[at] == UInt8(ascii: "\n") { return false }
            if window.base[at] == UInt8(ascii: "\r") {
                return at + 1 < window.end && window.base[at + 1] != UInt8(ascii: "\n")
            }
        }
        return false
    }

    /// The share of rows that have as many fields as the first, and how many that are.
    private static func consistency(of dialect: Dialect, _ window: Window) -> (share: Double, fields: Int) {
        let marks = CSVRows(window, dialect: dialect, width: 1, longestRow: 1).marks
        var at = window.start
        var fields = 0, rows = 0, alike = 0
        while at < window.end, rows < rowsLookedAt {
            let row = RowScanner(marks: marks, bytes: window.base, start: at, end: window.end)
            guard case .whole = row.outcome else { break }
            at = row.next
            if row.isBlank { continue }
            if rows == 0 { fields = row.fields.count }
            rows += 1
            if row.fields.count == fields { alike += 1 }
        }
        return rows == 0 ? (0, 0) : ((Double(alike) / Double(rows) * 4).rounded(.down), fields)
    }
}
