extension Mask {
    /// Calls `body` with every row of the mask that lies in a range, in order.
    ///
    /// - Complexity: O(rows of the range / 64 and those that are set)
    @inlinable
    @inline(__always)
    public func forEach(in wanted: Range<Int>, _ body: (Int) -> Void) {
        let part = wanted.clamped(to: rows)
        guard !part.isEmpty else { return }
        let (first, last) = (part.lowerBound - rows.lowerBound, part.upperBound - 1 - rows.lowerBound)
        words.withUnsafeBufferPointer { words in
            for index in (first >> 6)...(last >> 6) {
                var rest = words[index]
                if index == first >> 6 { rest &= .max << UInt64(first & 63) }
                if index == last >> 6 { rest &= .max >> UInt64(63 - last & 63) }
                let start = rows.lowerBound + (index << 6)
                while rest != 0 {
                    body(start | rest.trailingZeroBitCount)
                    rest &= rest - 1
                }
            }
        }
    }
}
