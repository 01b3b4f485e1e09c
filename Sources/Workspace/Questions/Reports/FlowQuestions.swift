public import Analytics
import Columnar
public import Customers
import Filters
import Segmentation

extension Session {
    /// Who went from one segment to another in some local days.
    ///
    /// - `start`, `end`: saved or ready segments by name, or filters.
    /// - `scope`: a filter whose people alone are counted.
    /// - `refunds`: whether refunds in the period count in it, or those of the orders in it.
    /// - Throws: `FilterProblem` with its place in a text, `FlowError`, `CancellationError`.
    /// - Complexity: an evaluation of the end a day
    @concurrent
    public nonisolated func flow(
        from start: String, to end: String, on days: ClosedRange<CivilDate>, in scope: String? = nil,
        refunds: RefundDating = .ownDate, asOf: Instant
    ) async throws -> FlowReport {
        let state = try await current()
        let (first, second) = (try state.flowFilter(start, asOf: asOf), try state.flowFilter(end, asOf: asOf))
        let period = try FlowPeriod(days, asOf: asOf, in: state.calendar)
        let started = Filter.asOf(period.startPoint, first)
        let moved = Filter.joining([
            started, .not(.asOf(period.startPoint, second)), .asOf(period.endPoint, second),
        ])
        return try state.flow(
            Arrow(period: period, started: started, moved: moved, arrived: second), in: scope, refunds: refunds,
            asOf: asOf)
    }

    /// How many people went between some states in some local days.
    ///
    /// - Throws: as ``flow(from:to:on:in:refunds:asOf:)`` does.
    @concurrent
    public nonisolated func flows(
        between states: FlowStates, on days: ClosedRange<CivilDate>, in scope: String? = nil, asOf: Instant
    ) async throws -> FlowMatrix {
        try await current().flows(between: states, on: days, in: scope, asOf: asOf)
    }

    /// The people of one arrow of a matrix: what they brought, how long they took, which campaigns they touched.
    ///
    /// - `row`, `column`: the states; the number of states for people in none.
    @concurrent
    public nonisolated func flow(
        from row: Int, to column: Int, between states: FlowStates, on days: ClosedRange<CivilDate>,
        in scope: String? = nil, refunds: RefundDating = .ownDate, asOf: Instant
    ) async throws -> FlowReport {
        let state = try await current()
        let matrix = try state.flows(between: states, on: days, in: scope, asOf: asOf)
        let isSeenToArrive = row != column && matrix.states.allSatisfy(\.isTimeless)
        return try state.flow(
            Arrow(
                period: matrix.period, started: matrix.filter(started: row),
                moved: matrix.filter(from: row, to: column),
                arrived: isSeenToArrive ? matrix.rule(after: column) : nil),
            in: scope, refunds: refunds, asOf: asOf)
    }
}

/// People who went one way.
private struct Arrow {
    let period: FlowPeriod
    let started, moved: Filter
    /// Who has arrived, asked at each look; none where nobody can be seen to.
    let arrived: Filter?
}

extension WorkspaceState {
    /// The rule of a saved segment, of a ready one, or that a text itself is.
    fileprivate func flowFilter(_ text: String, asOf: Instant) throws -> Filter {
        if references.sources[text] != nil { return .membership(.member(of: text)) }
        return try checked(ReadySegment.named(text)?.rule ?? text, asOf: asOf)
    }

    fileprivate func flows(
        between states: FlowStates, on days: ClosedRange<CivilDate>, in scope: String?, asOf: Instant
    ) throws -> FlowMatrix {
        let period = try FlowPeriod(days, asOf: asOf, in: calendar)
        let states = try self.states(states, in: period, asOf: asOf)
        let evaluator = evaluator
        return FlowMatrix(
            period: period, states: states,
            before: try states.map { try evaluator.members(of: $0.before, asOf: period.start) },
            after: try states.map { try evaluator.members(of: $0.after, asOf: period.end) },
            people: try people(in: scope, asOf: asOf))
    }

    private func states(_ states: FlowStates, in period: FlowPeriod, asOf: Instant) throws -> [FlowState] {
        switch states {
        case .segments(let names):
            guard !names.isEmpty else { throw FlowError.noStates }
            return try names.map { FlowState($0, try flowFilter($0, asOf: asOf)) }
        case .rfm: return FlowState.rfmGroups
        case .lifecycle(let event, let unit):
            return FlowState.stages(
                of: try reportEvent(event, asOf: asOf), by: unit, in: period, calendar: calendar)
        }
    }

    fileprivate func flow(
        _ arrow: Arrow, in scope: String?, refunds: RefundDating, asOf: Instant
    ) throws -> FlowReport {
        let people = try people(in: scope, asOf: asOf)
        let movers = try evaluator.members(of: arrow.moved, asOf: asOf) & people
        return FlowReport(
            period: arrow.period, startedFilter: arrow.started, movedFilter: arrow.moved,
            started: try evaluator.members(of: arrow.started, asOf: asOf).countShared(with: people),
            moved: movers.count, revenueMinor: try revenue(of: movers, in: arrow.period, refunds, asOf: asOf),
            arrivals: try arrow.arrived.map { try arrivals(of: movers, at: $0, in: arrow.period) } ?? [],
            campaigns: try campaigns(touchedBy: movers, arrow.moved, in: arrow.period, asOf: asOf))
    }

    /// When each of some people was first seen in a state.
    private func arrivals(
        of movers: Bitmap, at state: Filter, in period: FlowPeriod
    ) throws -> [FlowReport.Arrival] {
        var arrivals: [FlowReport.Arrival] = []
        guard !movers.isEmpty else { return [] }
        var rest = movers
        try evaluator.history(of: state, at: period.looks) { date, members in
            let arrived = rest & members
            arrivals.append(FlowReport.Arrival(time: date, people: arrived.count))
            rest.subtract(arrived)
        }
        return arrivals
    }

    /// What some people brought in the period.
    private func revenue(
        of movers: Bitmap, in period: FlowPeriod, _ dating: RefundDating, asOf: Instant
    ) throws -> Int64 {
        var revenue: Int64 = 0
        let runs = try revenueRuns(takesGross: false, refunds: dating, asOf: asOf)
        for bought in runs.purchases + runs.refunds {
            bought.run.forEach(in: period.start.milliseconds..<period.end.milliseconds) { row, record, _ in
                if movers[population.profiles.profile(of: record)] { revenue += bought.amounts[row] }
            }
        }
        return revenue
    }
}
