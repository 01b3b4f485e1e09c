import Columnar

/// The figures of all cells, gathered in passes over events in the order of their periods.
struct RetentionCount {
    /// The number of cohorts, which are the first periods, and of cells a cohort.
    let cohorts, cells: Int
    private let periods: ReportPeriods
    private let countsLater: Bool
    private var marks: [RetentionMark]
    /// By cohort.
    private(set) var sizes: [Int]
    /// By cohort and cell.
    private(set) var people: [Int]
    private(set) var revenue: [Int64]

    /// - Precondition: there are fewer than 32,767 periods.
    init(_ events: RetentionEvents, periods: ReportPeriods, cohorts: Int, cells: Int, countsLater: Bool) throws {
        self.cohorts = cohorts
        self.cells = cells
        self.periods = periods
        self.countsLater = countsLater
        marks = Array(repeating: RetentionMark(cohort: RetentionMark.excluded), count: events.members.rows)
        sizes = Array(repeating: 0, count: cohorts)
        people = Array(repeating: 0, count: cohorts * cells)
        revenue = Array(repeating: 0, count: cohorts * cells)
        events.members.forEach { marks[$0].cohort = RetentionMark.none }
        excludeEarlier(events)
        try count(events)
        for mark in marks where mark.cohort >= 0 && mark.cohort < cohorts { sizes[Int(mark.cohort)] += 1 }
        if countsLater { addLater() }
    }

    /// Whoever began before the first cohort is in none.
    private mutating func excludeEarlier(_ events: RetentionEvents) {
        for run in events.starts {
            run.forEach(in: .min..<periods.span.lowerBound) { _, record, _ in
                marks[events.profiles.profile(of: record)].cohort = RetentionMark.excluded
            }
        }
    }

    /// One pass where start, return and purchase are the same events, otherwise as many as there are different ones.
    private mutating func count(_ events: RetentionEvents) throws {
        let amounts = events.returnsBuy ? events.revenue.map(\.amounts) : nil
        let profiles = events.profiles
        if let returns = events.returns {
            try pass(events.starts, profiles, as: .init(starts: true, returns: false))
            try pass(returns, profiles, as: .init(starts: false, returns: true), bringing: amounts)
        } else {
            try pass(events.starts, profiles, as: .init(starts: true, returns: true), bringing: amounts)
        }
        guard amounts == nil else { return }
        try pass(
            events.revenue.map(\.run), profiles, as: .init(starts: false, returns: false),
            bringing: events.revenue.map(\.amounts))
    }

    private mutating func pass(
        _ runs: [EventRun], _ profiles: ProfileMap, as roles: RetentionTables.Roles, bringing amounts: [[Int64]]? = nil
    ) throws {
        let (periods, none) = (periods, [Int64]())
        try withTables { tables in
            for period in 0..<periods.count {
                try Task.checkCancellation()
                for (number, run) in runs.enumerated() {
                    (amounts?[number] ?? none).withUnsafeBufferPointer {
                        tables.add(run, in: period, periods.span(of: period), of: profiles, as: roles, bringing: $0)
                    }
                }
            }
        }
    }

    private mutating func withTables(_ body: (RetentionTables) throws -> Void) throws {
        let (cohorts, cells, countsLater) = (cohorts, cells, countsLater)
        try marks.withUnsafeMutableBufferPointer { marks in
            try people.withUnsafeMutableBufferPointer { people in
                try revenue.withUnsafeMutableBufferPointer { revenue in
                    try body(
                        RetentionTables(
                            cohorts: cohorts, cells: cells, countsLater: countsLater, marks: marks, people: people,
                            revenue: revenue))
                }
            }
        }
    }

    /// Counts everybody in the cell of the last return and in all before it.
    private mutating func addLater() {
        for mark in marks where mark.cohort >= 0 && mark.last >= mark.cohort && Int(mark.cohort) < cohorts {
            people[Int(mark.cohort) * cells + min(Int(mark.last - mark.cohort), cells - 1)] += 1
        }
        for cohort in 0..<cohorts {
            for cell in (0..<(cells - 1)).reversed() {
                people[cohort * cells + cell] += people[cohort * cells + cell + 1]
                revenue[cohort * cells + cell] += revenue[cohort * cells + cell + 1]
            }
        }
    }
}
