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

    /// Asks again of some places whether their integers lie in one of some ranges; all others stay as they are.
    ///
    /// - Precondition: there is an integer for every row, and the places are rows.
    public mutating func keep(
        _ places: ArraySlice<UInt32>, whose integers: [Int64], lieInAnyOf ranges: [ClosedRange<Int64>]
    ) {
        precondition(integers.count == rows, "integers of another table")
        withWords { words in
            integers.withUnsafeBufferPointer { integers in
                ranges.withUnsafeBufferPointer { ranges in
                    for place in places {
                        let value = integers[Int(place)]
                        var isIn: UInt64 = 0
                        for range in ranges {
                            isIn |= value >= range.lowerBound && value <= range.upperBound ? 1 : 0
                        }
                        let (word, bit) = (Int(place >> 6), UInt64(place & 63))
                        words[word] = words[word] & ~(1 << bit) | isIn << bit
                    }
                }
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
