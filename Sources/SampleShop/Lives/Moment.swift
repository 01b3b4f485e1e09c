/// Something that has a place in the order of a log.
///
/// Time first, then profile, then the order within one life: no two moments are equal, so that sorting has one outcome.
struct Moment: Comparable {
    private let bits: UInt64

    /// Places row `index` of a profile's life at a time of the window, in seconds since the opening.
    init(time: Int, profile: Int, index: Int) {
        precondition(Window.contains(time) && index < 1 << 14, "a moment outside the window or the log")
        bits = UInt64(time) << 38 | UInt64(profile) << 14 | UInt64(index)
    }

    /// Seconds since the opening.
    var time: Int { Int(bits >> 38) }
    var profile: Int { Int(bits >> 14 & 0xFF_FFFF) }

    static func < (lhs: Moment, rhs: Moment) -> Bool {
        lhs.bits < rhs.bits
    }
}

/// A row of a file that is written in the order of time.
protocol Timed {
    var moment: Moment { get }
}
