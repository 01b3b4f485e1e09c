public import Columnar
public import Customers
public import Filters

/// What a lifecycle report counts.
public struct LifecycleEvents: Sendable {
    /// The events before the report's instant, in time order a table.
    public let runs: [EventRun]
    /// Which profile each record belongs to.
    public let profiles: ProfileMap
    /// The people who are counted.
    public let members: Bitmap

    public init(runs: [EventRun], profiles: ProfileMap, members: Bitmap) {
        self.runs = runs
        self.profiles = profiles
        self.members = members
    }
}

extension LifecycleReport {
    /// Counts the stages of whole periods.
    ///
    /// - Parameters:
    ///   - events: what being active is, and who counts.
    ///   - event: the same as it is written.
    ///   - unit: the length of a period.
    ///   - from: a day of the first period; that of the first event where there is none.
    ///   - through: a day of the last period, at most that of the instant.
    ///   - asOf: what counts happened before it.
    ///   - calendar: the workspace's.
    /// - Throws: `RetentionError` for more periods than a report can show, `CancellationError`.
    /// - Complexity: one pass over the events, and O(profiles / 64) a period
    public init(
        _ events: LifecycleEvents, event: ReportEvent, by unit: Period, from: CivilDate? = nil,
        through: CivilDate? = nil, asOf: Instant, in calendar: CivilCalendar
    ) throws {
        let today = calendar.date(at: Instant(milliseconds: asOf.milliseconds - 1))
        let first = events.runs.compactMap(\.firstTime).min().map { calendar.date(at: Instant(milliseconds: $0)) }
        let last = min(through ?? today, today)
        guard let first, let start = from ?? Optional(first), start <= last else {
            self.init(asOf: asOf, event: event, unit: unit, entries: [], dayBefore: last)
            return
        }
        let periods = ReportPeriods(by: unit, wholeFrom: start, through: last, in: calendar)
        guard periods.count <= Self.mostPeriods else { throw RetentionError(unit: unit, periods: periods.count) }
        let dayBefore = unit.start(of: periods.edges[0].adding(days: -1), in: calendar)
        var pass = LifecyclePass(
            events, from: calendar.midnight(of: dayBefore).milliseconds, to: periods.span.lowerBound)
        let entries = try (0..<periods.count).map { number in
            try Task.checkCancellation()
            let counts = pass.advance(through: periods.span(of: number))
            return Entry(
                days: periods.days(of: number),
                isPartial: periods.span(of: number).upperBound > asOf.milliseconds, new: counts.new,
                returning: counts.returning, resurrected: counts.resurrected, dormant: counts.dormant)
        }
        self.init(asOf: asOf, event: event, unit: unit, entries: entries, dayBefore: dayBefore)
    }

    private static let mostPeriods = 10_000
}

/// Walks through the periods with the people active in the last one and those ever seen.
private struct LifecyclePass {
    private let events: LifecycleEvents
    private let moved: Bitmap
    private var before: Bitmap
    private var seen: Bitmap

    /// `from`, `to`: the period before the first one.
    init(_ events: LifecycleEvents, from: Int64, to: Int64) {
        self.events = events
        moved = events.profiles.profileOfRecord == nil ? Bitmap(rows: 0) : events.profiles.moved()
        (before, seen) = (Bitmap(rows: 0), Bitmap(rows: 0))
        before = active(in: from..<to)
        seen = active(in: .min..<from) | before
    }

    private func active(in span: Range<Int64>) -> Bitmap {
        var active = Bitmap(rows: events.profiles.count)
        for run in events.runs { active.insert(recordsOf: run, in: span) }
        if events.profiles.profileOfRecord != nil { events.profiles.lift(&active, moved: moved) }
        return active & events.members
    }

    mutating func advance(through span: Range<Int64>) -> (new: Int, returning: Int, resurrected: Int, dormant: Int) {
        let active = active(in: span)
        var (new, returning, resurrected, dormant) = (0, 0, 0, 0)
        for index in active.words.indices {
            let (now, last, ever) = (active.words[index], before.words[index], seen.words[index])
            new += (now & ~ever).nonzeroBitCount
            returning += (now & last).nonzeroBitCount
            resurrected += (now & ever & ~last).nonzeroBitCount
            dormant += (last & ~now).nonzeroBitCount
        }
        seen |= active
        before = active
        return (new, returning, resurrected, dormant)
    }
}
