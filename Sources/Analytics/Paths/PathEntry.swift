/// An event of a profile on its way, in eight bytes.
///
/// 44 bits of milliseconds by the table's clock, 12 bits of steps with the lowest for the first, 8 bits of mark.
struct PathEntry: Sendable {
    let bits: UInt64

    /// The mark of an event that must not lie between steps.
    static let excluded: UInt8 = .max
    /// The mark of an event that is neither a step nor excluded.
    static let other: UInt8 = .max - 1
    /// Marks for events of steps are below this one.
    static let marks = 254

    /// - Parameters:
    ///   - time: milliseconds by the clock, 0 or more.
    ///   - steps: the places of the steps for which the event may count, the lowest bit for the first of 12.
    ///   - mark: what is to be known of the event beside, below ``marks`` for one that is a step.
    @inline(__always)
    init(time: Int64, steps: UInt16, mark: UInt8) {
        bits = UInt64(time) << 20 | UInt64(steps & 0xFFF) << 8 | UInt64(mark)
    }

    /// Milliseconds by the clock.
    @inline(__always) var time: Int64 { Int64(bits >> 20) }
    @inline(__always) var mark: UInt8 { UInt8(truncatingIfNeeded: bits) }
    /// The steps for which it may count.
    @inline(__always) var steps: UInt16 { UInt16(truncatingIfNeeded: bits >> 8) & 0xFFF }
    /// Whether it is no step.
    @inline(__always) var isAside: Bool { steps == 0 }

    /// Whether it comes before another one: earlier, or in the same instant the first step does that only one of them may
    /// be; an event that is no step comes last.
    ///
    /// The mark has no say, so that what is marked changes nothing: events of one instant that may be the same step keep
    /// the order of their tables.
    @inline(__always)
    func precedes(_ other: PathEntry) -> Bool {
        let (own, others) = (bits >> 20, other.bits >> 20)
        guard own == others else { return own < others }
        return steps.isBefore(other.steps)
    }
}

extension UInt16 {
    /// Whether a set of steps comes before another one: it has the first step that one of them alone has.
    fileprivate func isBefore(_ other: UInt16) -> Bool {
        let first = (self ^ other).trailingZeroBitCount
        return first < UInt16.bitWidth && self >> UInt16(first) & 1 == 1
    }
}
