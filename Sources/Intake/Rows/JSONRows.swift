import CKernels

/// The rows of a file with one JSON object a line.
struct JSONRows {
    /// Stands between the elements of an array once it is a field.
    static let separator: UInt8 = 0x1F

    let window: Window
    let members: JSONMembers
    /// Bytes that a line may have.
    let longestRow: Int
    private(set) var line = 1
    private var isSkipping = false

    init(_ window: Window, members: JSONMembers, longestRow: Int) {
        self.window = window
        self.members = members
        self.longestRow = longestRow
    }

    /// Reads some lines, up to the first that has to be set aside.
    ///
    /// - Returns: whether there was anything left to read.
    mutating func fill(_ table: inout RowTable, limit: Int, rejects: inout [Reject]) -> Bool {
        table.count = 0
        window.clearRewritten()
        guard refill() else { return false }
        table.firstLine = line
        table.end = window.start
        let firstLine = line
        if lineEnd() == nil {
            passOver(rejects: &rejects)
            return true
        }
        while table.count < min(limit, table.capacity), let end = lineEnd() {
            let next = end + 1
            if isSkipping {
                isSkipping = false
            } else if !isBlank(window.start..<end) {
                // A table's rows stand together, so one that is set aside or follows a gap waits for the next table.
                if table.count > 0, window.start != table.end { return true }
                let extent = window.start..<end
                if let reason = readLine(extent, &table, since: firstLine) {
                    if table.count > 0 { return true }
                    rejects.append(Reject(line: line, column: nil, reason: reason, raw: window.raw(extent)))
                    window.start = next
                    line += 1
                    return true
                }
                table.end = next
            }
            window.start = next
            line += 1
        }
        return true
    }

    /// Sees to it that a whole line is in the window.
    private mutating func refill() -> Bool {
        while lineEnd() == nil {
            if window.isAtEnd { return window.start < window.end }
            if window.end - window.start >= longestRow { return true }
            window.refill(newline: UInt8(ascii: "\n"))
        }
        return true
    }

    private func lineEnd() -> Int? {
        let bytes = UnsafeBufferPointer(start: window.base + window.start, count: window.end - window.start)
        return bytes.firstIndex(of: UInt8(ascii: "\n")).map { window.start + $0 }
    }

    private func isBlank(_ extent: Range<Int>) -> Bool {
        extent.allSatisfy { window.base[$0] == UInt8(ascii: " ") || window.base[$0] == UInt8(ascii: "\r") }
    }

    /// Puts a line's members into the table.
    private func readLine(_ extent: Range<Int>, _ table: inout RowTable, since first: Int) -> Reject.Reason? {
        let invalid = utf8_fault(window.base + extent.lowerBound, extent.count)
        if invalid < extent.count {
            return .invalidUTF8(byte: window.base[extent.lowerBound + invalid], offset: invalid)
        }
        let offset = table.count * table.width
        for field in offset..<offset + table.width {
            table.starts[field] = 0
            table.ends[field] = 0
        }
        let rewritten = window.rewrittenEnd
        var parser = JSONLineParser(window: window, extent: extent, members: members)
        do throws(JSONLineParser.Failure) {
            try parser.read { column, start, end in
                guard column < table.width else { return true }
                guard table.starts[offset + column] == 0 else { return false }
                table.starts[offset + column] = start
                table.ends[offset + column] = end
                return true
            }
        } catch {
            window.cutRewritten(to: rewritten)
            return .json(error.fault, column: error.at - extent.lowerBound + 1)
        }
        table.rows[table.count] = UInt32(extent.lowerBound)
        table.lines[table.count] = UInt32(line - first)
        table.count += 1
        return nil
    }
}

extension JSONRows {
    /// Drops what is in the window of a line that is too long.
    private mutating func passOver(rejects: inout [Reject]) {
        if !isSkipping {
            let extent = window.start..<window.end
            let reason = Reject.Reason.rowTooLong(limit: longestRow)
            rejects.append(Reject(line: line, column: nil, reason: reason, raw: window.raw(extent)))
        }
        window.start = window.end
        isSkipping = true
    }
}
