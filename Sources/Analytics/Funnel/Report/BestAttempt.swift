/// The best attempt met so far: the deepest, then the fastest or the earliest.
final class BestAttempt {
    private let prefersEarliest: Bool
    private let events: UnsafeMutablePointer<PathEntry>
    private let times: UnsafeMutablePointer<Int64>
    private var depth = 0
    private var start: Int64 = 0

    init(steps: Int, choice: FunnelQuestion.Choice) {
        prefersEarliest = choice == .earliest
        events = .allocate(capacity: steps)
        times = .allocate(capacity: steps)
    }

    deinit {
        events.deallocate()
        times.deallocate()
    }

    func clear() { depth = 0 }

    /// Takes an attempt where it is better; they come with the latest first.
    @inline(__always)
    func meet(_ attempt: FunnelAttempt) {
        guard attempt.depth > depth || (attempt.depth == depth && isNotWorse(attempt)) else { return }
        depth = attempt.depth
        start = attempt.start
        for step in 0..<depth {
            events[step] = attempt.events[step]
            times[step] = attempt.times[step]
        }
    }

    @inline(__always)
    private func isNotWorse(_ attempt: FunnelAttempt) -> Bool {
        prefersEarliest ? attempt.start <= start : attempt.length <= times[depth - 1] - start
    }

    /// The best attempt; none where there was none.
    @inline(__always)
    var attempt: FunnelAttempt? {
        guard depth > 0 else { return nil }
        return FunnelAttempt(
            events: UnsafeBufferPointer(start: events, count: depth),
            times: UnsafeBufferPointer(start: times, count: depth), start: start)
    }
}
