/// One try of a profile to go all the way, as far as it came.
struct FunnelAttempt {
    /// The events of the steps reached, the first one first; lent for the moment.
    let events: UnsafeBufferPointer<PathEntry>
    /// When each of them was reached, in milliseconds since the origin; as many as there are events.
    let times: UnsafeBufferPointer<Int64>

    /// When the attempt begins: with its first step, but in any order with the first of its events.
    let start: Int64

    init(events: UnsafeBufferPointer<PathEntry>, times: UnsafeBufferPointer<Int64>, start: Int64? = nil) {
        self.events = events
        self.times = times
        self.start = start ?? times[0]
    }

    /// Steps reached, 1 or more.
    var depth: Int { events.count }
    /// Milliseconds from the beginning to the last step reached.
    var length: Int64 { times[depth - 1] - start }
}

/// Finds the attempts of a profile.
protocol FunnelWalk: ~Copyable {
    /// Calls `body` with every attempt that begins in a stretch of time, the latest first.
    ///
    /// `path` is what the profile did, in order; `entry` is in milliseconds since the origin.
    mutating func forEachAttempt(
        in path: UnsafeBufferPointer<PathEntry>, begun entry: Range<Int64>, _ body: (FunnelAttempt) -> Void)
}

/// Room for the events of one way from each step on to the last.
struct ChainRoom: ~Copyable {
    let steps: Int
    private let entries: UnsafeMutablePointer<PathEntry>
    private let times: UnsafeMutablePointer<Int64>
    /// How far each chain goes; 0 for none.
    private let lengths: UnsafeMutablePointer<Int>

    init(steps: Int) {
        self.steps = steps
        entries = .allocate(capacity: steps * steps)
        times = .allocate(capacity: steps * steps)
        lengths = .allocate(capacity: steps)
        clear()
    }

    deinit {
        entries.deallocate()
        times.deallocate()
        lengths.deallocate()
    }

    func clear() { lengths.update(repeating: 0, count: steps) }

    /// Events from a step on.
    @inline(__always)
    func length(from step: Int) -> Int { step < steps ? lengths[step] : 0 }

    /// When the chain from a step on begins; there is one.
    @inline(__always)
    func start(of step: Int) -> Int64 { times[step * steps] }

    /// Puts an event before the chain of the next step in another room, or before nothing.
    @inline(__always)
    func put(_ entry: PathEntry, at step: Int, before next: borrowing ChainRoom, isJoined: Bool) {
        let rest = isJoined ? next.length(from: step + 1) : 0
        let (to, from) = (step * steps, (step + 1) * steps)
        entries[to] = entry
        times[to] = entry.time
        for place in 0..<rest {
            entries[to + 1 + place] = next.entries[from + place]
            times[to + 1 + place] = next.times[from + place]
        }
        lengths[step] = rest + 1
    }

    /// Takes the chains of another room of as many steps.
    func copy(_ other: borrowing ChainRoom) {
        entries.update(from: other.entries, count: steps * steps)
        times.update(from: other.times, count: steps * steps)
        lengths.update(from: other.lengths, count: steps)
    }

    /// The chain from a step on, cut where it takes longer than the window.
    @inline(__always)
    func attempt(from step: Int, within window: Int64) -> FunnelAttempt {
        let first = step * steps
        let latest = times[first].addingReportingOverflow(window)
        let end = latest.overflow ? .max : latest.partialValue
        var depth = 1
        while depth < lengths[step], times[first + depth] <= end { depth += 1 }
        return FunnelAttempt(
            events: UnsafeBufferPointer(start: entries + first, count: depth),
            times: UnsafeBufferPointer(start: times + first, count: depth))
    }
}
