/// The events of one way from each step on to the last.
///
/// Ways that lead on from different events share their ends, so that putting an event before one costs the same
/// however long it is.
struct ChainRoom: ~Copyable {
    let steps: Int
    private let links: ChainLinks
    /// The first link of the chain of each step, below 0 for none, and always none after the last step.
    private let heads: UnsafeMutablePointer<Int32>
    /// Where an attempt is handed out.
    private let entries: UnsafeMutablePointer<PathEntry>
    private let times: UnsafeMutablePointer<Int64>

    /// Room whose chains may go on with those of other rooms with the same links.
    init(steps: Int, links: ChainLinks) {
        self.steps = steps
        self.links = links
        heads = .allocate(capacity: steps + 1)
        heads[steps] = -1
        entries = .allocate(capacity: steps)
        times = .allocate(capacity: steps)
        clear()
    }

    deinit {
        heads.deallocate()
        entries.deallocate()
        times.deallocate()
    }

    func clear() { heads.update(repeating: -1, count: steps) }

    /// Puts an event before the chain of the next step in another room, where that begins by an instant, or else before
    /// nothing.
    @inline(__always)
    func put(_ entry: PathEntry, at step: Int, before next: borrowing ChainRoom, by latest: Int64 = .max) {
        var rest = next.heads[step + 1]
        if latest < .max, rest >= 0, links[rest].entry.time > latest { rest = -1 }
        heads[step] = links.add(entry, before: rest)
    }

    /// Takes the chains of another room of as many steps and the same links.
    func copy(_ other: borrowing ChainRoom) { heads.update(from: other.heads, count: steps) }

    /// The chain from a step on, cut where it takes longer than the window.
    @inline(__always)
    func attempt(from step: Int, within window: Int64) -> FunnelAttempt {
        var link = links[heads[step]]
        let latest = link.entry.time.addingReportingOverflow(window)
        let end = latest.overflow ? .max : latest.partialValue
        var depth = 0
        while true {
            entries[depth] = link.entry
            times[depth] = link.entry.time
            depth += 1
            guard link.next >= 0 else { break }
            link = links[link.next]
            guard link.entry.time <= end else { break }
        }
        return FunnelAttempt(
            events: UnsafeBufferPointer(start: entries, count: depth),
            times: UnsafeBufferPointer(start: times, count: depth))
    }
}
