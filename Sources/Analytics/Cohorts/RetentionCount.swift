import Columnar

/// The figures of all cells, gathered in passes over events in the order of their periods.
struct RetentionCount {
    /// The number of cohorts, which are the first periods, and of cells a cohort.
    let cohorts, cells: Int
    /// Whether people count in the cell of their last return and in all before it.
    let countsLater: Bool
    private var marks: [RetentionMark] = []
    /// By cohort.
    var sizes: [Int]
    /// By cohort and cell.
    var people: [Int]
    var revenue: [Int64]

    /// Nobody in any cell.
    init(cohorts: Int, cells: Int, countsLater: Bool) {
        self.cohorts = cohorts
        self.cells = cells
        self.countsLater = countsLater
        sizes = Array(repeating: 0, count: cohorts)
        people = Array(repeating: 0, count: cohorts * cells)
        revenue = Array(repeating: 0, count: cohorts * cells)
    }

    /// - Precondition: there are fewer than 32,767 periods.
    init(_ events: RetentionEvents, periods: ReportPeriods, cohorts: Int, cells: Int, countsLater: Bool) throws {
        if let purchases = events.purchases {
            self.init(
                purchases, of: events.members, periods: periods, cohorts: cohorts, cells: cells,
                countsLater: countsLater)
            return
        }
        self.init(cohorts: cohorts, cells: cells, countsLater: countsLater)
        marks = Array(repeating: RetentionMark(cohort: RetentionMark.excluded), count: events.members.rows)
        events.members.forEach { marks[$0].cohort = RetentionMark.none }
        excludeEarlier(events, than: periods.span.lowerBound)
        try count(events, periods)
        for mark in marks where mark.cohort >= 0 && mark.cohort < cohorts { sizes[Int(mark.cohort)] += 1 }
        if countsLater { addLater() }
    }

    /// Whoever began before the first cohort is in none.
    private mutating func excludeEarlier(_ events: RetentionEvents, than start: Int64) {
        for run in events.starts {
            run.forEach(in: .min..<start) { _, record, _ in
                marks[events.profiles.profile(of: record)].cohort = RetentionMark.excluded
            }
        }
    }

    /// One pass where start, return and purchase are the same events, otherwise as many as there are different ones.
    private mutating func count(_ events: RetentionEvents, _ periods: ReportPeriods) throws {
        // Purchases of which nothing tells what they brought are returns too, and stand in no run of revenue.
        let isTold = events.revenue.count == (events.returns ?? events.starts).count
        let amounts = events.returnsBuy && isTold ? events.revenue.map(\.amounts) : nil
        let profiles = events.profiles
        if let returns = events.returns {
            try pass(events.starts, profiles, periods, as: .init(starts: true, returns: false))
            try pass(returns, profiles, periods, as: .init(starts: false, returns: true), bringing: amounts)
        } else {
            try pass(events.starts, profiles, periods, as: .init(starts: true, returns: true), bringing: amounts)
        }
        let rest = (amounts == nil ? events.revenue : []) + events.refunds
        guard !rest.isEmpty else { return }
        try pass(
            rest.map(\.run), profiles, periods, as: .init(starts: false, returns: false),
            bringing: rest.map(\.amounts))
    }

    private mutating func pass(
        _ runs: [EventRun], _ profiles: ProfileMap, _ periods: ReportPeriods, as roles: RetentionTables.Roles,
        bringing amounts: [[Int64]]? = nil
    ) throws {
        let none = [Int64]()
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
        sumLater()
    }

    /// Adds to each cell what is in the later ones of its cohort.
    mutating func sumLater() {
        for cohort in 0..<cohorts {
            for cell in (0..<(cells - 1)).reversed() {
                people[cohort * cells + cell] += people[cohort * cells + cell + 1]
                revenue[cohort * cells + cell] += revenue[cohort * cells + cell + 1]
            }
        }
    }
}
