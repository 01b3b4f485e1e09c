extension Bitmap {
    /// The places of the integers that are no less than one.
    public init(_ integers: Lane<Int64>, from least: Int64) {
        self.init(rows: integers.count)
        integers.withValues { values in
            withWords { words in
                setBits(rows: values.count, of: words) { values[$0] >= least ? 1 : 0 }
            }
        }
    }

    /// The places of the integers that lie in one of some ranges.
    public init(_ integers: [Int64], inAnyOf ranges: [ClosedRange<Int64>]) {
        self.init(rows: integers.count)
        integers.withUnsafeBufferPointer { values in
            withWords { words in
                for range in ranges {
                    setBits(rows: values.count, of: words) { row in
                        values[row] >= range.lowerBound && values[row] <= range.upperBound ? 1 : 0
                    }
                }
            }
        }
    }

    /// The places of the numbers that lie in one of some ranges.
    public init(_ numbers: [Double], inAnyOf ranges: [ClosedRange<Double>]) {
        self.init(rows: numbers.count)
        numbers.withUnsafeBufferPointer { values in
            withWords { words in
                for range in ranges {
                    setBits(rows: values.count, of: words) { row in
                        values[row] >= range.lowerBound && values[row] <= range.upperBound ? 1 : 0
                    }
                }
            }
        }
    }
}
