extension CodeLane {
    /// How many rows hold each code.
    ///
    /// - Parameter codes: the number of codes, which is that of the codebook's texts.
    /// - Returns: the rows of each code, in the order of the codes.
    /// - Precondition: every code is below `codes`.
    /// - Complexity: O(rows); about a nanosecond a row.
    public func counts(codes: Int) -> [Int] {
        switch self {
        case .bytes(let lane): counted(lane, codes)
        case .halves(let lane): counted(lane, codes)
        case .words(let lane): counted(lane, codes)
        }
    }

    /// Counts twice side by side, so that equal neighbours do not wait for each other.
    private func counted<Code: FixedWidthInteger & UnsignedInteger>(_ lane: Lane<Code>, _ codes: Int) -> [Int] {
        let places = codes + 1
        return lane.withValues { values in
            var counters = [UInt32](repeating: 0, count: places * 2)
            counters.withUnsafeMutableBufferPointer { counters in
                var row = 0
                while row + 1 < values.count {
                    let (first, second) = (Int(values[row]), Int(values[row + 1]))
                    precondition(first < places && second < places, "a code outside the codebook")
                    counters[first] &+= 1
                    counters[places + second] &+= 1
                    row += 2
                }
                guard row < values.count else { return }
                precondition(Int(values[row]) < places, "a code outside the codebook")
                counters[Int(values[row])] &+= 1
            }
            return (1..<places).map { Int(counters[$0]) + Int(counters[places + $0]) }
        }
    }
}
