public import Filters

/// How many people went from each state to each other between two dates.
///
/// The last row and column are those of people in none of the states. Rows are states at the first date, columns at the
/// second; everybody of the scope is in exactly one cell.
public struct FlowMatrix: Hashable, Sendable {
    /// The two dates.
    public let period: FlowPeriod
    /// The states in their order.
    public let states: [FlowState]
    /// People by row and column, one more of each than there are states.
    public let counts: [[Int]]
    /// People who were in more than one state at the first and at the second date; the first named counts.
    public let overlapping: (before: Int, after: Int)
    /// For each state the earlier ones that share people with it at the first and at the second date.
    let precedents: (before: [[Int]], after: [[Int]])

    public init(
        period: FlowPeriod, states: [FlowState], counts: [[Int]], overlapping: (before: Int, after: Int),
        precedents: (before: [[Int]], after: [[Int]])
    ) {
        self.period = period
        self.states = states
        self.counts = counts
        self.overlapping = overlapping
        self.precedents = precedents
    }

    /// The number of the row and column of people in no state.
    public var none: Int { states.count }

    /// People in a state at the first date.
    public func started(_ row: Int) -> Int { counts[row].reduce(0, +) }

    /// People in a state at the second date.
    public func ended(_ column: Int) -> Int { counts.reduce(0) { $0 + $1[column] } }

    /// The rule of a row's people at the first date, without that date.
    public func rule(before row: Int) -> Filter { rule(row, \.before, precedents.before) }

    /// The rule of a column's people at the second date, without that date.
    public func rule(after column: Int) -> Filter { rule(column, \.after, precedents.after) }

    private func rule(_ number: Int, _ filter: KeyPath<FlowState, Filter>, _ precedents: [[Int]]) -> Filter {
        guard number < states.count else {
            let all = states.map { $0[keyPath: filter] }
            return .not(all.count == 1 ? all[0] : .any(all))
        }
        return .joining(
            [states[number][keyPath: filter]] + precedents[number].map { .not(states[$0][keyPath: filter]) })
    }

    /// The people of a row at the first date.
    public func filter(started row: Int) -> Filter {
        rule(before: row).asked(at: period.startPoint, isNone: row == none)
    }

    /// The people of a column at the second date.
    public func filter(ended column: Int) -> Filter {
        rule(after: column).asked(at: period.endPoint, isNone: column == none)
    }

    /// The people of an arrow.
    public func filter(from row: Int, to column: Int) -> Filter {
        .joining([filter(started: row), filter(ended: column)])
    }

    public static func == (lhs: FlowMatrix, rhs: FlowMatrix) -> Bool {
        lhs.period == rhs.period && lhs.states == rhs.states && lhs.counts == rhs.counts
            && lhs.overlapping == rhs.overlapping && lhs.precedents == rhs.precedents
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(period)
        hasher.combine(states)
        hasher.combine(counts)
    }
}

extension Filter {
    /// The people of a rule at a date; those in no state are everybody else, also who did not exist yet.
    fileprivate func asked(at point: TimePoint, isNone: Bool) -> Filter {
        if isNone, case .not(let operand) = self { return .not(.asOf(point, operand)) }
        return .asOf(point, self)
    }
}
