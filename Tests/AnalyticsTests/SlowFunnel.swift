/// An event of one profile, as the slow evaluator sees it.
struct WayEvent {
    var time: Int64
    /// The steps that it may be, from 0.
    var steps: Set<Int>
    var isExcluded = false
}

/// Follows one profile through a funnel by trying everything.
struct SlowFunnel {
    enum Order { case ordered, strict, any }

    struct Attempt: Equatable {
        var start: Int64
        /// When each step was reached.
        var times: [Int64]
        var depth: Int { times.count }
        var length: Int64 { times[depth - 1] - start }
    }

    let steps: Int
    let window: Int64
    var order = Order.ordered
    var stopsAtExcluded = false

    /// The deepest, then fastest, then earliest way from any start in a stretch of time.
    func best(of events: [WayEvent], begun entry: Range<Int64>) -> Attempt? {
        attempts(of: events, begun: entry).min {
            ($1.depth, $0.length, $0.start) < ($0.depth, $1.length, $1.start)
        }
    }

    func attempts(of events: [WayEvent], begun entry: Range<Int64>) -> [Attempt] {
        switch order {
        case .ordered: events.indices.flatMap { ordered(events, from: $0, entry) }
        case .strict: strict(events, entry)
        case .any: anyOrder(events, entry)
        }
    }

    // MARK: ordered

    private func ordered(_ events: [WayEvent], from first: Int, _ entry: Range<Int64>) -> [Attempt] {
        guard events[first].steps.contains(0), entry.contains(events[first].time) else { return [] }
        var best = Attempt(start: events[first].time, times: [events[first].time])
        extend([first], events, &best)
        return [best]
    }

    /// Tries every event for the next step.
    private func extend(_ used: [Int], _ events: [WayEvent], _ best: inout Attempt) {
        let times = used.map { events[$0].time }
        // Of ways equally deep the one whose every step is earliest.
        if used.count > best.depth || (used.count == best.depth && times.lexicographicallyPrecedes(best.times)) {
            best.times = times
        }
        guard used.count < steps, let last = times.last, let start = times.first else { return }
        for (place, event) in events.enumerated() where event.steps.contains(used.count) && !used.contains(place) {
            guard event.time >= last, event.time - start <= window else { continue }
            let isStopped = events.contains { $0.isExcluded && $0.time > last && $0.time < event.time }
            if stopsAtExcluded, isStopped { continue }
            extend(used + [place], events, &best)
        }
    }

    // MARK: strict

    private func strict(_ events: [WayEvent], _ entry: Range<Int64>) -> [Attempt] {
        let way = events.filter { !$0.isExcluded }.sorted { ($0.time, order($0)) < ($1.time, order($1)) }
        return way.indices.compactMap { first in
            guard way[first].steps.contains(0), entry.contains(way[first].time) else { return nil }
            var depth = 0
            while first + depth < way.count, depth < steps, way[first + depth].steps.contains(depth),
                way[first + depth].time - way[first].time <= window
            { depth += 1 }
            return Attempt(start: way[first].time, times: way[first..<(first + depth)].map(\.time))
        }
    }

    /// Where an event stands among those of its instant: one that is an earlier step first.
    private func order(_ event: WayEvent) -> String {
        String((0..<steps).map { event.steps.contains($0) ? "0" : "1" })
    }

    // MARK: any order

    private func anyOrder(_ events: [WayEvent], _ entry: Range<Int64>) -> [Attempt] {
        events.indices.flatMap { first -> [Attempt] in
            guard entry.contains(events[first].time) else { return [] }
            let inWindow = events.indices.filter {
                events[$0].time >= events[first].time && events[$0].time - events[first].time <= window
            }
            return events[first].steps.compactMap { own in
                var attempt: Attempt?
                for depth in stride(from: steps, through: own + 1, by: -1) where attempt == nil {
                    let ends = Set(inWindow.map { events[$0].time }).sorted()
                    let end = ends.first { end in
                        assign(0, depth, own, first, inWindow.filter { events[$0].time <= end }, events, [first])
                    }
                    if let end {
                        attempt = Attempt(start: events[first].time, times: Array(repeating: end, count: depth))
                    }
                }
                return attempt
            }
        }
    }

    /// Whether steps from one on find events of their own.
    private func assign(
        _ step: Int, _ depth: Int, _ own: Int, _ first: Int, _ places: [Int], _ events: [WayEvent], _ used: Set<Int>
    ) -> Bool {
        if step == depth { return true }
        if step == own { return assign(step + 1, depth, own, first, places, events, used) }
        return places.contains { place in
            !used.contains(place) && events[place].steps.contains(step)
                && assign(step + 1, depth, own, first, places, events, used.union([place]))
        }
    }
}
