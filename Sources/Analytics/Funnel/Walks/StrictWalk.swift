/// One step right after the other: nothing that the profile did lies between.
struct StrictWalk: ~Copyable, FunnelWalk {
    private let links = ChainLinks()
    private let chains: ChainRoom
    private let next: ChainRoom
    private let window: Int64

    init(steps: Int, window: Int64) {
        chains = ChainRoom(steps: steps, links: links)
        next = ChainRoom(steps: steps, links: links)
        self.window = window
    }

    mutating func forEachAttempt(
        in path: UnsafeBufferPointer<PathEntry>, begun entry: Range<Int64>, _ body: (FunnelAttempt) -> Void
    ) {
        links.clear()
        chains.clear()
        for event in path.reversed() {
            // An excluded event stands there as itself too.
            if event.isAside, event.mark == PathEntry.excluded { continue }
            next.copy(chains)
            chains.clear()
            var steps = event.steps
            while steps != 0 {
                let step = steps.trailingZeroBitCount
                steps &= steps - 1
                chains.put(event, at: step, before: next)
            }
            guard event.steps & 1 != 0, entry.contains(event.time) else { continue }
            body(chains.attempt(from: 0, within: window))
        }
    }
}
