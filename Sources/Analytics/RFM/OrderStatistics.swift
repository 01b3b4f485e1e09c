/// A value that is ordered first by a whole number, and exactly by itself.
protocol Ranked: Comparable {
    /// Never smaller for a larger value.
    var rank: Int64 { get }
    /// The value itself.
    var ratio: Ratio { get }
}

extension Int64: Ranked {
    var rank: Int64 { self }
    var ratio: Ratio { Ratio(self) }
}

extension Ratio: Ranked {
    var rank: Int64 { floor }
    var ratio: Ratio { self }
}

extension Array where Element: Ranked {
    /// The elements that would stand at some positions if all were sorted.
    ///
    /// Counts the elements by their leading bits, then looks only into the parts that hold a position asked for.
    ///
    /// - Parameter positions: rising, all below `count`.
    /// - Returns: one element for each position.
    /// - Complexity: O(*n*) where values are whole numbers.
    func elements(atSorted positions: [Int]) -> [Element] {
        guard let first else { return [] }
        var (low, high) = (first.rank, first.rank)
        for element in self { (low, high) = (Swift.min(low, element.rank), Swift.max(high, element.rank)) }
        guard count > 2048, low < high else {
            let sorted = sorted()
            return positions.map { sorted[$0] }
        }
        return elements(atSorted: positions, in: Buckets(low: low, high: high))
    }

    private func elements(atSorted positions: [Int], in buckets: Buckets) -> [Element] {
        var counts = [Int](repeating: 0, count: buckets.count)
        for element in self { counts[buckets.index(of: element.rank)] += 1 }

        // The buckets to look into, where each begins in the sorted order, and which positions fall in it.
        var parts: [(begin: Int, positions: [Int], elements: [Element])] = []
        var partOfBucket = [UInt8](repeating: .max, count: buckets.count)
        var bucket = 0
        var begin = 0
        for position in positions {
            while begin + counts[bucket] <= position {
                begin += counts[bucket]
                bucket += 1
            }
            if partOfBucket[bucket] == .max {
                partOfBucket[bucket] = UInt8(parts.count)
                parts.append((begin, [], []))
            }
            parts[parts.count - 1].positions.append(position - begin)
        }
        for element in self {
            let part = partOfBucket[buckets.index(of: element.rank)]
            if part != .max { parts[Int(part)].elements.append(element) }
        }
        return parts.flatMap { $0.elements.elements(atSorted: $0.positions) }
    }
}

/// Equal parts of a range of whole numbers, at most 65,536.
private struct Buckets {
    let low: Int64
    let count: Int
    private let shift: Int

    init(low: Int64, high: Int64) {
        let width = UInt64(bitPattern: high &- low)
        shift = Swift.max(0, 48 - width.leadingZeroBitCount)
        count = Int(width >> UInt64(shift)) + 1
        self.low = low
    }

    func index(of rank: Int64) -> Int {
        Int(truncatingIfNeeded: UInt64(bitPattern: rank &- low) >> UInt64(shift))
    }
}
