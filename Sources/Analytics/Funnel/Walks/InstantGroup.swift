/// Events of one instant of which some may be one step or another: each is used once in a chain.
struct InstantGroup: ~Copyable {
    private let steps: Int
    private let old: ChainRoom
    private var matching: StepMatching

    /// `links`: those of the room of the chains that events are put before.
    init(steps: Int, links: ChainLinks) {
        self.steps = steps
        old = ChainRoom(steps: steps, links: links)
        matching = StepMatching(steps: steps)
    }

    /// Whether an event may be several steps, so that the order of steps does not settle which it is.
    static func isNeeded(for path: UnsafeBufferPointer<PathEntry>, in range: Range<Int>) -> Bool {
        range.contains { path[$0].steps.nonzeroBitCount > 1 }
    }

    /// Puts all events of the instant before the chains of later instants.
    ///
    /// `body` takes the attempt of every event that may be the first step.
    mutating func put(
        _ path: UnsafeBufferPointer<PathEntry>, in range: Range<Int>, into chains: borrowing ChainRoom,
        stoppedAt stop: Int64, within window: Int64, _ body: (FunnelAttempt) -> Void
    ) {
        old.copy(chains)
        let range = range.lowerBound...range.upperBound - 1
        for place in range.reversed() where path[place].steps & 1 != 0 {
            matching.clear()
            matching.fix(place, as: 0)
            write(from: 0, through: lastMatched(after: 0, path, range), path, into: chains, stoppedAt: stop)
            body(chains.attempt(from: 0, within: window))
        }
        for step in 0..<steps {
            matching.clear()
            guard matching.grow(step, in: path, range) else { continue }
            write(from: step, through: lastMatched(after: step, path, range), path, into: chains, stoppedAt: stop)
        }
    }

    /// The last of the steps after one that can all have an event of their own.
    private mutating func lastMatched(
        after step: Int, _ path: UnsafeBufferPointer<PathEntry>, _ range: ClosedRange<Int>
    ) -> Int {
        var last = step
        while last + 1 < steps, matching.grow(last + 1, in: path, range) { last += 1 }
        return last
    }

    private func write(
        from step: Int, through last: Int, _ path: UnsafeBufferPointer<PathEntry>, into chains: borrowing ChainRoom,
        stoppedAt stop: Int64
    ) {
        // What follows the last event of the instant is the chain of later instants.
        chains.put(path[matching[last]], at: last, before: old, by: stop)
        for place in (step..<last).reversed() {
            chains.put(path[matching[place]], at: place, before: chains)
        }
    }
}
