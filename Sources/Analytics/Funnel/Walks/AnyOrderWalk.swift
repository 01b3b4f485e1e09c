/// The steps as they come: an attempt is deep where its first steps all happened, in whatever order.
///
/// An attempt begins with each event that is a step. It has reached a step once all steps up to it have an event of
/// their own, the attempt's first event among them.
struct AnyOrderWalk: ~Copyable, FunnelWalk {
    private let steps: Int
    private let window: Int64
    private var matching: StepMatching
    /// The next event of each step, going backwards.
    private var next: [PathEntry?]
    private var times: [Int64]
    private var events: [PathEntry]

    init(steps: Int, window: Int64) {
        self.steps = steps
        self.window = window
        matching = StepMatching(steps: steps)
        next = Array(repeating: nil, count: steps)
        times = Array(repeating: 0, count: steps)
        events = Array(repeating: PathEntry(time: 0, steps: 0, mark: 0), count: steps)
    }

    mutating func forEachAttempt(
        in path: UnsafeBufferPointer<PathEntry>, begun entry: Range<Int64>, _ body: (FunnelAttempt) -> Void
    ) {
        for step in 0..<steps { next[step] = nil }
        let hasChoice = path.contains { $0.steps.nonzeroBitCount > 1 }
        for start in path.indices.reversed() where !path[start].isAside {
            let event = path[start]
            var own = event.steps
            while own != 0 {
                let step = own.trailingZeroBitCount
                own &= own - 1
                next[step] = event
                guard entry.contains(event.time) else { continue }
                let depth = hasChoice ? matchedDepth(of: path, from: start, as: step) : depth(from: event.time)
                // The event itself has to be among the steps reached.
                if depth > step { hand(depth, startingAt: event.time, to: body) }
            }
        }
    }

    private func hand(_ depth: Int, startingAt start: Int64, to body: (FunnelAttempt) -> Void) {
        times.withUnsafeBufferPointer { times in
            events.withUnsafeBufferPointer { events in
                body(
                    FunnelAttempt(
                        events: UnsafeBufferPointer(rebasing: events[..<depth]),
                        times: UnsafeBufferPointer(rebasing: times[..<depth]), start: start))
            }
        }
    }

    private func latest(from start: Int64) -> Int64 {
        let (latest, overflow) = start.addingReportingOverflow(window)
        return overflow ? .max : latest
    }

    /// Steps from the first on that come within the window, where each event is one step alone.
    private mutating func depth(from start: Int64) -> Int {
        let latest = latest(from: start)
        var depth = 0
        var reached = start
        while depth < steps, let event = next[depth], event.time <= latest {
            reached = max(reached, event.time)
            (times[depth], events[depth]) = (reached, event)
            depth += 1
        }
        return depth
    }

    /// The same where an event may be one step or another.
    private mutating func matchedDepth(
        of path: UnsafeBufferPointer<PathEntry>, from start: Int, as own: Int
    ) -> Int {
        let latest = latest(from: path[start].time)
        matching.clear()
        matching.fix(start, as: own)
        var depth = 0
        for place in start..<path.count where path[place].time <= latest {
            while depth < steps, depth == own || matching.grow(depth, in: path, start...place) {
                times[depth] = path[place].time
                depth += 1
            }
        }
        for step in 0..<depth { events[step] = path[matching[step]] }
        return depth
    }
}
