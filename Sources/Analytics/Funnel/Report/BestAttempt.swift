/// The best attempt met so far: the deepest, then the fastest or the earliest.
final class BestAttempt {
    private let prefersEarliest: Bool
    private let events: UnsafeMutablePointer<PathEntry>
    private let times: UnsafeMutablePointer<Int64>
    // Behind a pointer, so that no access is checked against others: one thread alone has it.
    private let state: UnsafeMutablePointer<State>

    private struct State {
        var depth = 0
        var start: Int64 = 0
    }

    init(steps: Int, choice: FunnelQuestion.Choice) {
        prefersEarliest = choice == .earliest
        events = .allocate(capacity: steps)
        times = .allocate(capacity: steps)
        state = .allocate(capacity: 1)
        state.initialize(to: State())
    }

    deinit {
        events.deallocate()
        times.deallocate()
        state.deallocate()
    }

    @inline(__always)
    func clear() { state.pointee.depth = 0 }

    /// Takes an attempt where it is better; they come with the latest first.
    @inline(__always)
    func meet(_ attempt: FunnelAttempt) {
        let (known, depth) = (state.pointee, attempt.depth)
        guard depth > known.depth || (depth == known.depth && isNotWorse(attempt, than: known)) else { return }
        state.pointee = State(depth: depth, start: attempt.start)
        for step in 0..<depth {
            events[step] = attempt.events[step]
            times[step] = attempt.times[step]
        }
    }

    @inline(__always)
    private func isNotWorse(_ attempt: FunnelAttempt, than known: State) -> Bool {
        prefersEarliest ? attempt.start <= known.start : attempt.length <= times[known.depth - 1] - known.start
    }

    /// The best attempt; none where there was none.
    @inline(__always)
    var attempt: FunnelAttempt? {
        let (depth, start) = (state.pointee.depth, state.pointee.start)
        guard depth > 0 else { return nil }
        return FunnelAttempt(
            events: UnsafeBufferPointer(start: events, count: depth),
            times: UnsafeBufferPointer(start: times, count: depth), start: start)
    }
}
