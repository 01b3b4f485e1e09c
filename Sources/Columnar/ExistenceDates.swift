/// The profiles that exist at each of some rising dates, of which every profile's beginning is compared with all at once.
public struct ExistenceDates: Sendable {
    /// So many dates at most.
    public static let most = 255

    private let ever: Bitmap
    /// How many of the dates each profile did not exist at; none where all exist at all of them.
    private let missed: BitSlices?

    /// - Parameters:
    ///   - existence: when each profile began to exist.
    ///   - dates: in milliseconds since 1970, rising, at most ``most``.
    /// - Precondition: there are not more dates.
    /// - Complexity: O(profiles), on two threads
    public init(_ existence: Existence, at dates: [Int64]) {
        precondition(dates.count <= Self.most, "too many dates")
        ever = existence.ever.bitmap
        guard let since = existence.since, let first = dates.first, let last = dates.last, first <= existence.latest
        else {
            missed = nil
            return
        }
        let (steps, shift) = Self.steps(through: dates, from: first, to: last)
        missed = since.withValues { since in
            dates.withUnsafeBufferPointer { dates in
                steps.withUnsafeBufferPointer { steps in
                    nonisolated(unsafe) let (since, dates, steps) = (since, dates, steps)
                    return BitSlices(rows: since.count, bits: 8 - UInt8(dates.count).leadingZeroBitCount) { row in
                        let began = since[row]
                        if began < first { return 0 }
                        if began >= last { return UInt8(dates.count) }
                        var count = steps[Int((began - first) >> shift)]
                        while dates[Int(count)] <= began { count += 1 }
                        return count
                    }
                }
            }
        }
    }

    /// For equal steps of time the dates that came before each; two to the power of `shift` milliseconds are a step.
    private static func steps(through dates: [Int64], from first: Int64, to last: Int64) -> ([UInt8], shift: Int64) {
        var shift: Int64 = 0
        while (last - first) >> shift > 4096 { shift += 1 }
        var count = 0
        let steps = (0...(last - first) >> shift).map { step in
            while count < dates.count, dates[count] - first < step << shift { count += 1 }
            return UInt8(count)
        }
        return (steps, shift)
    }

    /// The profiles of a set that exist at the date at a place.
    public func profiles(of set: Bitmap, at place: Int) -> Bitmap {
        missed?.rows(of: set, upTo: place) ?? set
    }

    /// The profiles that exist at the date at a place.
    public func base(at place: Int) -> Bitmap { profiles(of: ever, at: place) }
}
