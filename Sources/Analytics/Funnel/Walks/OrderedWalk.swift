/// One step after the other, whatever lies between; each step is the earliest that can follow the one before.
///
/// Goes backwards: every event of a step is put before the earliest way that leads on from it, so that each event of
/// the first step brings its whole attempt.
struct OrderedWalk: ~Copyable, FunnelWalk {
    private let links = ChainLinks()
    private let chains: ChainRoom
    private var group: InstantGroup
    private let window: Int64
    /// Whether excluded events end an attempt where they stand.
    private let stopsAtExcluded: Bool

    init(steps: Int, window: Int64, stopsAtExcluded: Bool) {
        chains = ChainRoom(steps: steps, links: links)
        group = InstantGroup(steps: steps, links: links)
        self.window = window
        self.stopsAtExcluded = stopsAtExcluded
    }

    mutating func forEachAttempt(
        in path: UnsafeBufferPointer<PathEntry>, begun entry: Range<Int64>, _ body: (FunnelAttempt) -> Void
    ) {
        links.clear()
        chains.clear()
        var excluded = Excluded()
        var end = path.count
        while end > 0 {
            let last = path[end - 1]
            if last.isAside {
                if stopsAtExcluded, last.mark == PathEntry.excluded { excluded.meet(last.time) }
                end -= 1
                continue
            }
            let start = instantStart(of: path, before: end)
            let stop = excluded.next(after: last.time)
            if start < end - 1, InstantGroup.isNeeded(for: path, in: start..<end) {
                group.put(path, in: start..<end, into: chains, stoppedAt: stop, within: window) { attempt in
                    if entry.contains(attempt.start) { body(attempt) }
                }
            } else {
                for place in (start..<end).reversed() { put(path[place], stoppedAt: stop, entry, body) }
            }
            end = start
        }
    }

    /// Where the steps of the last instant begin.
    @inline(__always)
    private func instantStart(of path: UnsafeBufferPointer<PathEntry>, before end: Int) -> Int {
        let time = path[end - 1].time
        var start = end - 1
        while start > 0, path[start - 1].time == time { start -= 1 }
        return start
    }

    @inline(__always)
    private func put(
        _ event: PathEntry, stoppedAt stop: Int64, _ entry: Range<Int64>, _ body: (FunnelAttempt) -> Void
    ) {
        var steps = event.steps
        // From the first of its steps on: the chain that it is put before must not hold the event itself.
        while steps != 0 {
            let step = steps.trailingZeroBitCount
            steps &= steps - 1
            chains.put(event, at: step, before: chains, by: stop)
        }
        guard event.steps & 1 != 0, entry.contains(event.time) else { return }
        body(chains.attempt(from: 0, within: window))
    }
}

/// The excluded events met so far, going backwards.
struct Excluded {
    private var earliest = Int64.max
    private var second = Int64.max

    mutating func meet(_ time: Int64) {
        guard time < earliest else { return }
        (earliest, second) = (time, earliest)
    }

    /// The first one strictly after an instant.
    func next(after time: Int64) -> Int64 { earliest > time ? earliest : second }
}
