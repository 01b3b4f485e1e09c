public import Customers

/// Local time in one zone, as the list of its changes.
public struct LocalClock: Hashable, Sendable {
    /// From when on which offset holds.
    public struct Shift: Hashable, Sendable {
        public let start: Instant
        /// Seconds east of Greenwich.
        public let seconds: Int

        public init(start: Instant, seconds: Int) {
            self.start = start
            self.seconds = seconds
        }
    }

    private let shifts: [Shift]
    private let secondsBefore: Int

    /// Makes a clock.
    ///
    /// - Parameters:
    ///   - shifts: in the order of time.
    ///   - secondsBefore: the offset before the first of them.
    public init(shifts: [Shift] = [], secondsBefore: Int = 0) {
        self.shifts = shifts
        self.secondsBefore = secondsBefore
    }

    public static let utc = LocalClock()

    /// Seconds east of Greenwich at an instant.
    ///
    /// - Complexity: O(log *n*) in the number of shifts.
    public func offset(at instant: Instant) -> Int {
        var low = 0
        var high = shifts.count
        while low < high {
            let middle = (low + high) / 2
            if shifts[middle].start <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? secondsBefore : shifts[low - 1].seconds
    }

    /// The local date of an instant.
    public func date(of instant: Instant) -> CivilDate {
        CivilDate(dayNumber: Int32(clamping: localSeconds(of: instant).floored(by: 86_400).quotient))
    }

    /// The minute of the local day, 0 to 1439.
    func minute(of instant: Instant) -> Int {
        Int(localSeconds(of: instant).floored(by: 86_400).remainder) / 60
    }

    private func localSeconds(of instant: Instant) -> Int64 {
        instant.milliseconds.floored(by: 1000).quotient + Int64(offset(at: instant))
    }
}

extension Int64 {
    /// Quotient and remainder, the remainder never negative.
    func floored(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
