import Columnar

/// Puts events into the parts of their profiles.
struct PathScatter: Sendable {
    let passes: [PathSource]
    let profiles: ProfileMap
    let isMeant: Bitmap?
    let clock: PathClock
    let parts: PathParts

    /// Slices of time whose events are put table by table: events of one profile then lie nearly in order.
    private static let slices: Int64 = 1024

    /// Two stretches of about as many events.
    func halves(of span: Range<Int64>) -> [Range<Int64>] {
        func rows(_ span: Range<Int64>) -> Int { passes.reduce(0) { $0 + $1.times.rows(in: span).count } }
        let all = rows(span)
        var (low, high) = (span.lowerBound, span.upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if rows(span.lowerBound..<middle) * 2 < all { low = middle + 1 } else { high = middle }
        }
        return [span.lowerBound..<low, low..<span.upperBound]
    }

    /// Events of each part in a stretch of time.
    func counts(in span: Range<Int64>) throws -> [Int] {
        var counts = [Int](repeating: 0, count: parts.count)
        for pass in passes {
            try Task.checkCancellation()
            counts.withUnsafeMutableBufferPointer { counts in
                if isEachMeant {
                    pass.forEachRecord(in: span) { counts[$0 >> parts.bits] += 1 }
                } else {
                    pass.forEachRecord(in: span) { record in
                        if let profile = meant(record) { counts[profile >> parts.bits] += 1 }
                    }
                }
            }
        }
        return counts
    }

    /// Writes the events of a stretch of time, each at the next place of its part.
    func put(
        into entries: UnsafeMutableBufferPointer<PathEntry>, _ places: UnsafeMutableBufferPointer<UInt16>,
        at next: inout [Int], in span: Range<Int64>
    ) throws {
        let (bits, mask) = (parts.bits, 1 << parts.bits - 1)
        try next.withUnsafeMutableBufferPointer { next in
            @inline(__always) func put(_ entry: PathEntry, of profile: Int) {
                let place = next[profile >> bits]
                entries[place] = entry
                places[place] = UInt16(truncatingIfNeeded: profile & mask)
                next[profile >> bits] = place + 1
            }
            for era in clock.eras {
                for slice in era.span.clamped(to: span).slices(Self.slices) {
                    try Task.checkCancellation()
                    for pass in passes {
                        if isEachMeant {
                            pass.forEach(in: slice, origin: era.origin) { put($1, of: $0) }
                        } else {
                            pass.forEach(in: slice, origin: era.origin) { record, entry in
                                if let profile = meant(record) { put(entry, of: profile) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Whether all records are meant, and are profiles of their own.
    private var isEachMeant: Bool { isMeant == nil && profiles.profileOfRecord == nil }

    /// The profile of a record; none where it is not meant.
    @inline(__always)
    private func meant(_ record: Int) -> Int? {
        let profile = profiles.profile(of: record)
        return isMeant?[profile] ?? true ? profile : nil
    }
}

extension Range<Int64> {
    /// The stretch in at most so many equal ones, and a shorter last one.
    fileprivate func slices(_ count: Int64) -> some Sequence<Range<Int64>> {
        let step = Swift.max(1, (upperBound - lowerBound) / count)
        return stride(from: lowerBound, to: upperBound, by: Int(step)).lazy.map {
            $0..<Swift.min($0 + step, upperBound)
        }
    }
}
