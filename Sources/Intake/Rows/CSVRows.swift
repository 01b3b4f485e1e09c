import CKernels

/// The rows of a CSV file.
///
/// The kernel takes rows that follow the rules; any other row is looked at alone, byte by byte.
struct CSVRows {
    let window: Window
    let marks: csv_marks
    let width: Int
    /// Bytes that a row may have.
    let longestRow: Int
    /// Whether the kernel's vector form is used.
    let isVectorised: Bool
    /// The line on which the next row begins.
    private(set) var line = 1
    /// Whether a row that was too long is being passed over.
    private var isSkipping = false

    init(_ window: Window, dialect: Dialect, width: Int, longestRow: Int, isVectorised: Bool = true) {
        self.window = window
        self.width = width
        self.longestRow = longestRow
        self.isVectorised = isVectorised
        marks = csv_marks(
            delimiter: dialect.delimiter, quote: dialect.quote,
            newline: dialect.endsLinesWithReturn ? UInt8(ascii: "\r") : UInt8(ascii: "\n"))
    }

    /// Reads some rows that stand together, or sets one aside.
    ///
    /// - Returns: whether there was anything left to read.
    mutating func fill(_ table: inout RowTable, limit: Int, rejects: inout [Reject]) -> Bool {
        table.count = 0
        window.clearRewritten()
        while true {
            if isSkipping { skipRest() }
            if window.start < window.end {
                let result = scan(&table, limit: min(limit, table.capacity))
                if result.rows > 0 {
                    take(result, into: &table, rejects: &rejects)
                    return true
                }
                if result.status == Int32(CSV_ODD_ROW), readOddRow(&table, rejects: &rejects) { return true }
            }
            if window.isAtEnd {
                guard window.start < window.end else { return false }
                rejectOpenRow(rejects: &rejects)
                return true
            }
            if window.end - window.start >= longestRow {
                rejectOpenRow(rejects: &rejects)
                return true
            }
            window.refill(newline: marks.newline)
        }
    }

    private func scan(_ table: inout RowTable, limit: Int) -> csv_scan {
        table.starts.withUnsafeMutableBufferPointer { starts in
            table.ends.withUnsafeMutableBufferPointer { ends in
                table.rows.withUnsafeMutableBufferPointer { rows in
                    table.lines.withUnsafeMutableBufferPointer { lines in
                        (isVectorised ? csv_rows : csv_rows_scalar)(
                            window.base, window.start, window.end, marks, width, limit, starts.baseAddress,
                            ends.baseAddress, rows.baseAddress, lines.baseAddress)
                    }
                }
            }
        }
    }

    /// Keeps the rows up to the first with a bad byte or quote; if that is the first, it is set aside.
    private mutating func take(_ result: csv_scan, into table: inout RowTable, rejects: inout [Reject]) {
        table.count = result.rows
        table.hasBlanks = result.has_blank
        table.firstLine = line
        table.end = result.consumed
        var fault = result.has_high || result.has_zero ? byteFault(in: table) : nil
        if result.has_quotes, let other = unquote(&table, upTo: fault?.row ?? table.count) { fault = other }
        guard let fault else {
            window.start = result.consumed
            line += Int(result.lines)
            return
        }
        if fault.row == 0, case .textAfterQuote = fault.reason, let end = lineEnd() {
            rejectLine(to: end, fault.reason, rejects: &rejects)
            table.count = 0
            return
        }
        let isFirst = fault.row == 0
        if isFirst { rejects.append(reject(table.extent(of: 0, in: window.base), fault.reason)) }
        let next = isFirst ? 1 : fault.row
        window.start = next < table.count ? Int(table.rows[next]) : result.consumed
        line += next < table.count ? Int(table.lines[next]) : Int(result.lines)
        table.end = window.start
        table.count = isFirst ? 0 : next
    }

    private typealias Fault = (row: Int, reason: Reject.Reason)

    /// The first row with a zero byte or with one that is no UTF-8.
    private func byteFault(in table: RowTable) -> Fault? {
        let start = Int(table.rows[0])
        let bytes = UnsafeBufferPointer(start: window.base + start, count: table.end - start)
        let invalid = utf8_fault(bytes.baseAddress, bytes.count)
        let zero = bytes[..<invalid].firstIndex(of: 0)
        let offset = start + (zero ?? invalid)
        guard offset < table.end else { return nil }
        var row = 0
        while row + 1 < table.count, Int(table.rows[row + 1]) <= offset { row += 1 }
        let reason: Reject.Reason =
            zero != nil ? .zeroByte : .invalidUTF8(byte: window.base[offset], offset: offset - Int(table.rows[row]))
        return (row, reason)
    }

    /// Takes the quotes from quoted fields.
    ///
    /// - Returns: the first row with text behind a closing quote, if there is one.
    private func unquote(_ table: inout RowTable, upTo rows: Int) -> Fault? {
        for row in 0..<rows {
            for field in row * width..<(row + 1) * width where table.starts[field] < table.ends[field] {
                guard window.base[Int(table.starts[field])] == marks.quote else { continue }
                guard let (start, end) = unquoted(table.starts[field], table.ends[field]) else {
                    return (row, .textAfterQuote(line: table.line(of: row)))
                }
                table.starts[field] = start
                table.ends[field] = end
            }
        }
        return nil
    }

    /// Where the text of a quoted field lies; it is rewritten if quotes in it are doubled.
    private func unquoted(_ start: UInt32, _ end: UInt32) -> (UInt32, UInt32)? {
        guard end - start >= 2, window.base[Int(end) - 1] == marks.quote else { return nil }
        let inner = Int(start) + 1..<Int(end) - 1
        guard inner.contains(where: { window.base[$0] == marks.quote }) else { return (start + 1, end - 1) }
        let rewritten = window.rewrittenEnd
        var at = inner.lowerBound
        while at < inner.upperBound {
            window.rewrite(window.base[at])
            at += window.base[at] == marks.quote ? 2 : 1
        }
        return (rewritten, window.rewrittenEnd)
    }

    private func reject(_ extent: Range<Int>, _ reason: Reject.Reason) -> Reject {
        Reject(line: line, column: nil, reason: reason, raw: window.raw(extent))
    }
}

extension CSVRows {
    /// Goes past the first row that is not blank.
    ///
    /// - Returns: how many fields it has, 0 if there is none.
    mutating func skipHeader() -> Int {
        while true {
            let row = RowScanner(marks: marks, bytes: window.base, start: window.start, end: window.end)
            if case .whole(let lines) = row.outcome {
                pass(row.next, lines: lines)
                if !row.isBlank { return row.fields.count }
            } else if case .textAfterQuote = row.outcome {
                return 0
            } else {
                guard !window.isAtEnd, window.end - window.start < longestRow else { return 0 }
                window.refill(newline: marks.newline)
            }
        }
    }
}

// Rows that the kernel left.
extension CSVRows {
    /// Reads or sets aside the row at the window's start.
    ///
    /// - Returns: false if more bytes are needed to tell.
    private mutating func readOddRow(_ table: inout RowTable, rejects: inout [Reject]) -> Bool {
        let row = RowScanner(marks: marks, bytes: window.base, start: window.start, end: window.end)
        switch row.outcome {
        case .incomplete: return false
        case .textAfterQuote(let lines):
            guard let end = lineEnd() else { return false }
            rejectLine(to: end, .textAfterQuote(line: line + lines), rejects: &rejects)
        case .whole(let lines):
            let extent = window.start..<row.contentEnd
            if row.isBlank {
                // A blank line is no row.
            } else if row.fields.count < width {
                rejects.append(reject(extent, .tooFewFields(row.fields.count, expected: width)))
            } else if row.fields.count > width {
                rejects.append(reject(extent, .tooManyFields(row.fields.count, expected: width)))
            } else {
                place(row, in: &table)
                let result = csv_scan(
                    rows: 1, consumed: row.next, lines: UInt32(lines), status: 0, has_quotes: true, has_high: true,
                    has_zero: true, has_blank: true)
                take(result, into: &table, rejects: &rejects)
                return true
            }
            pass(row.next, lines: lines)
        }
        return true
    }

    private func place(_ row: RowScanner, in table: inout RowTable) {
        for (field, range) in row.fields.enumerated() {
            table.starts[field] = UInt32(range.lowerBound)
            table.ends[field] = UInt32(range.upperBound)
        }
        table.rows[0] = UInt32(window.start)
        table.lines[0] = 0
    }

    /// Where the first line at the window's start ends, or nil if its end is not in the window.
    private func lineEnd() -> Int? {
        (window.start..<window.end).first { window.base[$0] == marks.newline }
    }

    /// Sets aside the first line of a row that does not end, and goes on behind it.
    private mutating func rejectOpenRow(rejects: inout [Reject]) {
        let row = RowScanner(marks: marks, bytes: window.base, start: window.start, end: window.end)
        guard let end = lineEnd() else {
            rejects.append(reject(window.start..<window.end, .rowTooLong(limit: longestRow)))
            window.start = window.end
            isSkipping = true
            return
        }
        rejectLine(to: end, .unclosedQuote(line: line + row.openLines), rejects: &rejects)
    }

    /// Sets aside the first line of a row whose quotes lie, so that its end is not known.
    private mutating func rejectLine(to end: Int, _ reason: Reject.Reason, rejects: inout [Reject]) {
        let content = end > window.start && window.base[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
        rejects.append(reject(window.start..<content, reason))
        pass(end + 1, lines: 1)
    }

    private mutating func skipRest() {
        guard let end = lineEnd() else {
            window.start = window.end
            isSkipping = !window.isAtEnd
            return
        }
        isSkipping = false
        pass(end + 1, lines: 1)
    }

    private mutating func pass(_ next: Int, lines: Int) {
        window.start = next
        line += lines
    }
}
