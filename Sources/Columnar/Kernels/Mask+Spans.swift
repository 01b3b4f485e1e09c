extension Mask {
    /// Adds the rows that have a text in a column of texts laid end to end.
    public mutating func insert(textsEnding ends: Lane<UInt64>) {
        precondition(rows.upperBound <= ends.count, "a run outside its lane")
        let rows = rows
        ends.withValues { ends in
            for row in rows where ends[row] > (row == 0 ? 0 : ends[row - 1]) { insert(row) }
        }
    }

    /// Adds the rows whose text passes a test; an empty text is no value and passes none.
    public mutating func insert(
        texts bytes: Lane<UInt8>, ends: Lane<UInt64>, where test: (UnsafeBufferPointer<UInt8>) -> Bool
    ) {
        precondition(rows.upperBound <= ends.count, "a run outside its lane")
        let rows = rows
        bytes.withValues { bytes in
            ends.withValues { ends in
                var start = rows.lowerBound == 0 ? 0 : Int(ends[rows.lowerBound - 1])
                for row in rows {
                    let end = Int(ends[row])
                    if start < end, test(UnsafeBufferPointer(rebasing: bytes[start..<end])) { insert(row) }
                    start = end
                }
            }
        }
    }

    /// Adds the rows that have a list.
    public mutating func insert(listsEnding ends: Lane<UInt32>) {
        precondition(rows.upperBound <= ends.count, "a run outside its lane")
        let rows = rows
        ends.withValues { ends in
            for row in rows where ends[row] > (row == 0 ? 0 : ends[row - 1]) { insert(row) }
        }
    }

    /// Adds the rows of whose list an element has a 1 in the table of codes.
    public mutating func insert(lists codes: Lane<UInt32>, ends: Lane<UInt32>, where table: [UInt8]) {
        precondition(rows.upperBound <= ends.count, "a run outside its lane")
        let rows = rows
        codes.withValues { codes in
            ends.withValues { ends in
                var start = rows.lowerBound == 0 ? 0 : Int(ends[rows.lowerBound - 1])
                for row in rows {
                    let end = Int(ends[row])
                    for place in start..<end where table[Int(codes[place])] != 0 { insert(row) }
                    start = end
                }
            }
        }
    }
}
