extension EventRun {
    /// The time of the first event, in milliseconds since 1970.
    public var firstTime: Int64? {
        for block in blocks {
            switch block {
            case .range(let rows): if !rows.isEmpty { return times[rows.lowerBound] }
            case .mask(let mask): if let row = mask.firstRow { return times[row] }
            }
        }
        return nil
    }
}

extension Mask {
    /// The first row that is set.
    var firstRow: Int? {
        words.firstIndex { $0 != 0 }.map { rows.lowerBound + ($0 << 6) + words[$0].trailingZeroBitCount }
    }
}
