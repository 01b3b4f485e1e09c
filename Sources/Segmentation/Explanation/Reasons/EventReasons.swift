import Columnar
import Customers
import Filters

/// Finds which events of the one profile decide.
struct EventReasons {
    let evaluator: Evaluator
    /// In milliseconds since 1970.
    let now: Int64

    /// No more events than these are told of a condition.
    private static let most = 20

    var resolver: WindowResolver {
        WindowResolver(population: evaluator.population, local: LocalTime(calendar: evaluator.calendar), now: now)
    }

    /// Finds the rows that are meant.
    var scan: EventScan {
        EventScan(
            profiles: evaluator.population.profiles, moved: evaluator.moved, resolver: resolver,
            fractionDigits: evaluator.options.fractionDigits)
    }

    /// The instants of the events that are meant, rising.
    func times(of events: EventCondition, in window: Range<Int64>) throws -> [Int64] {
        var times: [Int64] = []
        try scan.forEachMatch(of: events, in: ResolvedWindow(window)) { source, match in
            match.forEach { times.append(source.times[$0]) }
        }
        return times.sorted()
    }

    /// The number of events with the latest of them, or with the nearest that does not count where they are too few.
    func evidence(of count: EventCount, named name: String) throws -> [Evidence] {
        let window = resolver.instants(count.events.window).own
        let times = try times(of: count.events, in: window)
        let (least, most) = (count.bounds.least, count.bounds.most)
        let number = Evidence(
            .count, name, count: times.count, least: least, most: most, from: window.start, to: window.end)
        let told = times.suffix(min(Self.most, max(3, least))).reversed()
        return [number] + told.map { Evidence(.event, name, time: Instant(milliseconds: $0)) }
            + (times.count < least ? try nearest(to: window, of: count.events, named: name) : [])
    }

    private func nearest(
        to window: Range<Int64>, of events: EventCondition, named name: String
    ) throws -> [Evidence] {
        let all = try times(of: events, in: .min..<(.max))
        let nearest = all.last { $0 < window.lowerBound } ?? all.first { $0 >= window.upperBound }
        return nearest.map { [Evidence(.outside, name, time: Instant(milliseconds: $0))] } ?? []
    }

    /// The first or the last event.
    func evidence(
        of events: EventCondition, _ which: Occurrence.Which, named name: String
    ) throws -> [Evidence] {
        let window = resolver.instants(events.window).own
        let all = try times(of: events, in: .min..<(.max))
        guard let time = which == .first ? all.first : all.last else {
            return [Evidence(.count, name, count: 0, from: window.start, to: window.end)]
        }
        let kind = window.contains(time) ? Evidence.Kind.event : .outside
        return [Evidence(kind, name, time: Instant(milliseconds: time), from: window.start, to: window.end)]
    }

    /// The number of weeks with an event, and the events of each week, the latest week first.
    func evidence(
        of events: EventCondition, atLeast least: Int, ofLastWeeks weeks: Int, named name: String
    ) throws -> [Evidence] {
        let length: Int64 = 604_800_000
        let counts = try (0..<Int64(weeks)).map { week in
            let window = (now - (week + 1) * length)..<(now - week * length)
            return Evidence(
                .count, name, count: try times(of: events, in: window).count, from: window.start, to: window.end)
        }
        let reached = counts.count { $0.count ?? 0 > 0 }
        return [Evidence(.weeks, name, count: reached, least: least, most: weeks)] + counts.prefix(Self.most)
    }

    /// The figure, and the number of events that it is made of.
    func evidence(of aggregate: AggregateCondition, named name: String) throws -> [Evidence] {
        let window = resolver.instants(aggregate.events.window)
        let figures = try AggregateScan(scan: scan, aggregate: aggregate).figures(in: window)
        return [
            Evidence(
                .figure, name, value: figures.value(aggregate.meaning),
                count: try times(of: aggregate.events, in: window.own).count, from: window.own.start, to: window.own.end
            )
        ]
    }
}

extension ResolvedWindow {
    /// The stretch of the one profile.
    var own: Range<Int64> {
        guard let edges, let lower = edges.lower.first, let upper = edges.upper.first else { return span }
        return lower..<max(lower, upper)
    }
}

extension Range<Int64> {
    /// The first instant, where there is one.
    var start: Instant? { lowerBound == .min || isEmpty ? nil : Instant(milliseconds: lowerBound) }

    /// The first instant beyond, where there is one.
    var end: Instant? { upperBound == .max || isEmpty ? nil : Instant(milliseconds: upperBound) }
}

extension AggregateCondition {
    /// What the whole numbers of the figure count.
    fileprivate var meaning: Meaning {
        guard function != .count, function != .distinct else { return .integer }
        let meanings = events.sources.compactMap { source -> Meaning? in
            if case .integers(_, let meaning, _)? = source.measured?.column { meaning } else { nil }
        }
        return meanings.first { $0 == .money } ?? meanings.first { $0 != .boolean } ?? .integer
    }
}

extension Figures {
    /// The figure of the one profile, or none.
    fileprivate func value(_ meaning: Meaning) -> Value? {
        switch self {
        case .integers(let values, let present):
            present?[0] ?? true ? values.first.map { Value(.integer($0, meaning)) } : nil
        case .numbers(let values, let present): present?[0] ?? true ? values.first.map { Value(.number($0)) } : nil
        }
    }
}
