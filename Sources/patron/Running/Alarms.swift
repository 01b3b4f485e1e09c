import Screens

/// Alarms that the application has set, each at most once.
struct Alarms {
    private var times: [(alarm: Alarm, at: ContinuousClock.Instant)] = []

    mutating func set(_ alarm: Alarm, at time: ContinuousClock.Instant) {
        times.removeAll { $0.alarm == alarm || Self.replaces(alarm, $0.alarm) }
        times.append((alarm, time))
    }

    /// A later rest of the cursor makes an earlier one void.
    private static func replaces(_ new: Alarm, _ old: Alarm) -> Bool {
        if case .rested = new, case .rested = old { return true }
        return false
    }

    /// The time until the next alarm; none where none is set.
    func next(after now: ContinuousClock.Instant) -> Duration? {
        times.map(\.at).min().map { max(.zero, $0 - now) }
    }

    /// Takes out the alarms that have come due, in order.
    mutating func due(at now: ContinuousClock.Instant) -> [Alarm] {
        let due = times.filter { $0.at <= now }.sorted { $0.at < $1.at }
        times.removeAll { $0.at <= now }
        return due.map(\.alarm)
    }

    /// Whether nothing is set that will change the screen by itself but the end of a notice.
    var isQuiet: Bool {
        times.allSatisfy { if case .notice = $0.alarm { true } else { false } }
    }
}
