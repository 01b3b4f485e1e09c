public import Analytics
import Columnar
public import Customers
public import Filters
import Segmentation

/// How a report on visits is asked for.
public struct SessionRequest: Hashable, Sendable {
    /// The longest gap within a visit, in milliseconds.
    public var gap: Int64
    /// Days on which visits begin; all without them.
    public var days: ClosedRange<CivilDate>?
    public var by: Period
    /// Steps to look for in visits, in order.
    public var steps: [Funnel.Step]

    public init(
        gap: Int64 = 1_800_000, days: ClosedRange<CivilDate>? = nil, by: Period = .day, steps: [Funnel.Step] = []
    ) {
        self.gap = gap
        self.days = days
        self.by = by
        self.steps = steps
    }
}

extension Session {
    /// Visits: events of a person with no longer gap between them than one that was chosen.
    ///
    /// Orders are no events of a visit; `scope`: a filter whose people alone are counted.
    ///
    /// - Throws: `FilterProblem`, `BindingError`, `ReportProblem`, `CancellationError`.
    @concurrent
    public nonisolated func sessions(
        _ request: SessionRequest, in scope: String? = nil, asOf: Instant
    ) async throws -> SessionReport {
        try await current().sessions(request, in: scope, asOf: asOf)
    }
}

extension WorkspaceState {
    fileprivate func sessions(_ request: SessionRequest, in scope: String?, asOf: Instant) throws -> SessionReport {
        let sources = try measureSources(in: scope, asOf: asOf)
        let runs = try evaluator.runs(of: .anything, asOf: asOf).filter { run in
            sources.events.values.contains { $0.records.isSame(as: run.records) }
        }
        let times = runs.map(\.times).filter { $0.count > 0 }
        let first = times.map { $0[0] }.min()
        let latest = times.map { $0[$0.count - 1] }.max() ?? .max
        let last = calendar.date(at: Instant(milliseconds: min(latest, asOf.milliseconds - 1)))
        let begin = first.map { calendar.date(at: Instant(milliseconds: $0)) } ?? last
        let days = request.days ?? min(begin, last)...last
        let periods = ReportPeriods(by: request.by, from: days.lowerBound, through: days.upperBound, in: calendar)
        return try SessionReport(
            of: try runs.map { .init($0, steps: try steps(of: $0, request.steps, asOf: asOf)) },
            steps: request.steps.count, gap: request.gap, periods: periods,
            profiles: population.profiles, people: sources.people,
            buyers: try buyers(in: periods, scope: scope, asOf: asOf),
            filters: MetricFilters(events: Array(sources.events.keys)))
    }

    /// The buyers of each period and of all of the time; none where the store knows of no orders.
    private func buyers(in periods: ReportPeriods, scope: String?, asOf: Instant) throws -> SessionReport.Buyers? {
        let (first, end) = (periods.edges[0], periods.edges[periods.count])
        let whole = ReportPeriods(
            stretches: 1, of: Int(end.dayNumber - first.dayNumber), through: end.adding(days: -1), in: calendar)
        let series = try measures(of: [periods, whole], in: scope, asOf: asOf, metrics: [.buyers])
        guard case .count(let total) = series[1].value(of: .buyers, in: 0) else { return nil }
        let counts = (0..<periods.count).map { period in
            if case .count(let people) = series[0].value(of: .buyers, in: period) { people } else { 0 }
        }
        return SessionReport.Buyers(byPeriod: counts, total: total)
    }

    /// The steps that each row of a table may be; none where it is none of them.
    private func steps(of run: EventRun, _ steps: [Funnel.Step], asOf: Instant) throws -> [UInt16]? {
        var marks: [UInt16]?
        for (place, step) in steps.enumerated() {
            let known = try evaluator.runs(of: .named(step.event), where: step.condition, asOf: asOf)
            for own in known where own.isOfSameTable(as: run) {
                var marked = marks ?? Array(repeating: 0, count: run.times.count)
                own.forEach { row, _, _ in marked[row] |= 1 << UInt16(place) }
                marks = marked
            }
        }
        return marks
    }
}
