/// An event of a profile on its way, in eight bytes that order it: by time, then by the first step that it may be.
///
/// 44 bits of milliseconds since the way's origin, 12 bits of steps with the first one highest and inverted, 8 bits of
/// mark. An event that is no step stands last among those of its instant.
struct PathEntry: Sendable {
    let bits: UInt64

    /// The mark of an event that must not lie between steps.
    static let excluded: UInt8 = .max
    /// The mark of an event that is neither a step nor excluded.
    static let other: UInt8 = .max - 1
    /// Marks for events of steps are below this one.
    static let marks = 254

    private static let allSteps: UInt64 = 0xFFF

    /// - Parameters:
    ///   - time: milliseconds since the origin, 0 or more.
    ///   - steps: the places of the steps for which the event may count, the lowest bit for the first of 12.
    ///   - mark: what is to be known of the event beside, below ``marks`` for one that is a step.
    @inline(__always)
    init(time: Int64, steps: UInt16, mark: UInt8) {
        let reversed = UInt64(steps.reversedSteps)
        bits = UInt64(time) << 20 | (Self.allSteps ^ reversed) << 8 | UInt64(mark)
    }

    /// Milliseconds since the origin.
    @inline(__always) var time: Int64 { Int64(bits >> 20) }
    @inline(__always) var mark: UInt8 { UInt8(truncatingIfNeeded: bits) }
    /// The steps for which it may count.
    @inline(__always) var steps: UInt16 {
        UInt16(truncatingIfNeeded: Self.allSteps ^ (bits >> 8 & Self.allSteps)).reversedSteps
    }
    /// Whether it is no step.
    @inline(__always) var isAside: Bool { bits >> 8 & Self.allSteps == Self.allSteps }

    /// Whether it comes before another one.
    ///
    /// The mark has no say, so that what is marked changes nothing: events of one instant that may be the same steps keep
    /// the order of their tables.
    @inline(__always)
    func precedes(_ other: PathEntry) -> Bool { bits >> 8 < other.bits >> 8 }
}

extension UInt16 {
    /// Twelve bits in the other order.
    @inline(__always)
    fileprivate var reversedSteps: UInt16 {
        var value = self
        value = value >> 1 & 0x5555 | (value & 0x5555) << 1
        value = value >> 2 & 0x3333 | (value & 0x3333) << 2
        value = value >> 4 & 0x0F0F | (value & 0x0F0F) << 4
        return (value >> 8 | value << 8) >> 4
    }
}
