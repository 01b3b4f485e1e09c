public import Columnar
public import Filters

/// What became of every profile in a funnel, as columns of one value a profile.
public struct FunnelOutcomes: Sendable {
    private let steps: Int
    /// Steps reached in the best attempt; 0 for a profile that did not enter.
    public private(set) var depths: [UInt8]
    /// The profiles whose best attempt can still get further.
    public private(set) var open: Bitmap
    /// The mark of the first and of the last event of the best attempt.
    private var firstMarks: [UInt8]
    private var lastMarks: [UInt8]

    init(profiles: Int, steps: Int) {
        self.steps = steps
        depths = Array(repeating: 0, count: profiles)
        open = Bitmap(rows: profiles)
        firstMarks = depths
        lastMarks = depths
    }

    /// Takes the best attempt of a profile.
    mutating func take(_ attempt: FunnelAttempt, isOpen: Bool, of profile: Int) {
        depths[profile] = UInt8(attempt.depth)
        if isOpen { open[profile] = true }
        firstMarks[profile] = attempt.events[0].mark
        lastMarks[profile] = attempt.events[attempt.depth - 1].mark
    }

    /// Takes the outcomes of some profiles from another value.
    mutating func take(_ range: Range<Int>, from other: FunnelOutcomes) {
        for profile in range where other.depths[profile] > 0 {
            depths[profile] = other.depths[profile]
            if other.open[profile] { open[profile] = true }
            firstMarks[profile] = other.firstMarks[profile]
            lastMarks[profile] = other.lastMarks[profile]
        }
    }

    /// The mark of a touch of a profile that entered.
    public func mark(of profile: Int, at touch: FunnelTouch) -> UInt8 {
        touch == .first ? firstMarks[profile] : lastMarks[profile]
    }

    /// The profiles that a state at a step is true of.
    ///
    /// `step`: from 1. A profile that dropped or is open at a step reached it and none after it;
    /// nobody does so at the last one.
    public func profiles(_ state: FunnelState, at step: Int) -> Bitmap {
        var profiles = Bitmap(rows: depths.count)
        for (profile, depth) in depths.enumerated() where depth > 0 {
            let holds =
                switch state {
                case .reached: Int(depth) >= step
                case .dropped: Int(depth) == step && step < steps && !open[profile]
                case .open: Int(depth) == step && open[profile]
                }
            if holds { profiles[profile] = true }
        }
        return profiles
    }
}
