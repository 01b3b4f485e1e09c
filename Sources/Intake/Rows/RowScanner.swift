import CKernels

/// One row, read byte by byte: a quote opens only at the start of a field, elsewhere it is a sign like others.
struct RowScanner {
    enum Outcome {
        /// With the line ends in the row, its own included.
        case whole(lines: Int)
        /// With the line ends before the field that opened.
        case textAfterQuote(lines: Int)
        case incomplete
    }

    private(set) var outcome = Outcome.incomplete
    /// The fields, quoted where they are.
    private(set) var fields: [Range<Int>] = []
    /// Where the row's line end begins.
    private(set) var contentEnd = 0
    /// Where the next row begins.
    private(set) var next = 0
    /// The line ends before the quoted field at which the bytes end.
    private(set) var openLines = 0

    private enum State { case fieldStart, plain, quoted, closed }

    init(marks: csv_marks, bytes: UnsafePointer<UInt8>, start: Int, end: Int) {
        var state = State.fieldStart
        var field = start
        var lines = 0
        for at in start..<end {
            let byte = bytes[at]
            if byte == marks.newline { lines += 1 }
            if state == .quoted {
                if byte == marks.quote { state = .closed }
            } else if byte == marks.delimiter {
                fields.append(field..<at)
                field = at + 1
                state = .fieldStart
            } else if byte == marks.newline {
                let hasReturn = marks.newline == UInt8(ascii: "\n") && at > field && bytes[at - 1] == UInt8(ascii: "\r")
                contentEnd = hasReturn ? at - 1 : at
                fields.append(field..<contentEnd)
                next = at + 1
                outcome = .whole(lines: lines)
                return
            } else if byte == marks.quote, state != .plain {
                // It opens a field, or it is the second of a doubled one.
                if state == .fieldStart { openLines = lines }
                state = .quoted
            } else if state == .closed {
                if byte == UInt8(ascii: "\r") {
                    guard at + 1 < end else { return }
                    if bytes[at + 1] == marks.newline { continue }
                }
                outcome = .textAfterQuote(lines: openLines)
                return
            } else if state == .fieldStart {
                state = .plain
            }
        }
    }

    /// Whether the row is an empty line.
    var isBlank: Bool { fields.count == 1 && fields[0].isEmpty }
}
