import Columnar

/// The figures of all cells, gathered in passes over events in the order of their periods.
struct RetentionCount {
    /// What is known of a profile.
    private struct Mark {
        /// The cohort; below 0 while there is none, or where the profile does not count.
        var cohort: Int16 = Self.none
        /// The period of the last return that was counted.
        var last: Int16 = -1

        static let none: Int16 = -1
        static let excluded: Int16 = -2
    }

    /// The number of cohorts, which are the first periods, and of cells a cohort.
    let cohorts, cells: Int
    private let periods: ReportPeriods
    private let countsLater: Bool
    private var marks: [Mark]
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
        marks = Array(repeating: Mark(cohort: Mark.excluded), count: events.members.rows)
        sizes = Array(repeating: 0, count: cohorts)
        people = Array(repeating: 0, count: cohorts * cells)
        revenue = Array(repeating: 0, count: cohorts * cells)
        events.members.forEach { marks[$0].cohort = Mark.none }
        excludeEarlier(events)
        try count(events)
        if countsLater { addLater() }
    }

    /// Whoever began before the first cohort is in none.
    private mutating func excludeEarlier(_ events: RetentionEvents) {
        for run in events.starts {
            run.forEach(in: .min..<periods.span.lowerBound) { _, record, _ in
                marks[events.profiles.profile(of: record)].cohort = Mark.excluded
            }
        }
    }

    /// One pass where start, return and purchase are the same events, otherwise as many as there are different ones.
    private mutating func count(_ events: RetentionEvents) throws {
        let amounts = events.returnsBuy ? events.revenue.map(\.amounts) : nil
        if let returns = events.returns {
            try pass(events.starts, events.profiles, starts: true, returns: false)
            try pass(returns, events.profiles, starts: false, returns: true, amounts: amounts)
        } else {
            try pass(events.starts, events.profiles, starts: true, returns: true, amounts: amounts)
        }
        guard amounts == nil else { return }
        try pass(
            events.revenue.map(\.run), events.profiles, starts: false, returns: false,
            amounts: events.revenue.map(\.amounts))
    }

    private mutating func pass(
        _ runs: [EventRun], _ profiles: ProfileMap, starts: Bool, returns: Bool, amounts: [[Int64]]? = nil
    ) throws {
        for period in 0..<periods.count {
            try Task.checkCancellation()
            for (number, run) in runs.enumerated() {
                let amounts = amounts?[number]
                run.forEach(in: periods.span(of: period)) { row, record, _ in
                    let profile = profiles.profile(of: record)
                    if starts, marks[profile].cohort == Mark.none { begin(profile, in: period) }
                    let cohort = Int(marks[profile].cohort)
                    guard cohort >= 0, cohort < cohorts, cohort <= period else { return }
                    if returns { comeBack(profile, of: cohort, in: period) }
                    if let amounts { pay(amounts[row], of: cohort, in: period) }
                }
            }
        }
    }

    @inline(__always)
    private mutating func begin(_ profile: Int, in period: Int) {
        marks[profile].cohort = Int16(truncatingIfNeeded: period)
        if period < cohorts { sizes[period] += 1 }
    }

    @inline(__always)
    private mutating func comeBack(_ profile: Int, of cohort: Int, in period: Int) {
        let last = Int(marks[profile].last)
        guard last != period else { return }
        marks[profile].last = Int16(truncatingIfNeeded: period)
        guard !countsLater, period - cohort < cells else { return }
        people[cohort * cells + period - cohort] += 1
    }

    @inline(__always)
    private mutating func pay(_ amount: Int64, of cohort: Int, in period: Int) {
        let cell = countsLater ? min(period - cohort, cells - 1) : period - cohort
        if cell < cells { revenue[cohort * cells + cell] += amount }
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
