/// Counts the visits of one profile after the other.
struct SessionCount {
    let gap: Int64
    let periods: ReportPeriods
    private(set) var figures: [SessionFigures]
    private(set) var total: SessionFigures

    init(gap: Int64, periods: ReportPeriods, steps: Int) {
        self.gap = gap
        self.periods = periods
        figures = Array(repeating: SessionFigures(steps: steps), count: periods.count)
        total = SessionFigures(steps: steps)
    }

    /// Adds a profile by its events in time order.
    mutating func add(_ events: some Sequence<(time: Int64, steps: UInt16)>) {
        var visit: Visit?
        // Visits are closed in the order of their periods.
        var own = (period: -1, count: 0, all: 0)
        var seen: Int?
        for (time, steps) in events {
            if let period = periods.index(of: time), period != seen {
                if seen == nil { total.people += 1 }
                figures[period].people += 1
                seen = period
            }
            if let present = visit, time - present.last > gap {
                close(present, &own)
                visit = nil
            }
            var present = visit ?? Visit(at: time)
            present.meet(at: time, steps: steps)
            visit = present
        }
        if let visit { close(visit, &own) }
        take(own.count, ofPeriod: own.period)
        total.most = max(total.most, own.all)
    }

    private mutating func take(_ count: Int, ofPeriod period: Int) {
        if count > 0 { figures[period].most = max(figures[period].most, count) }
    }

    private mutating func close(_ visit: Visit, _ own: inout (period: Int, count: Int, all: Int)) {
        guard let period = periods.index(of: visit.first) else { return }
        figures[period].add(visit)
        total.add(visit)
        if period != own.period {
            take(own.count, ofPeriod: own.period)
            (own.period, own.count) = (period, 0)
        }
        own.count += 1
        own.all += 1
    }

    /// Adds what was counted of other profiles.
    mutating func add(_ other: SessionCount) {
        for period in figures.indices { figures[period].add(other.figures[period]) }
        total.add(other.total)
    }
}
