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
        var own = [Int: Int]()
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
        for (period, count) in own { figures[period].most = max(figures[period].most, count) }
        total.most = max(total.most, own.values.reduce(0, +))
    }

    private mutating func close(_ visit: Visit, _ own: inout [Int: Int]) {
        guard let period = periods.index(of: visit.first) else { return }
        figures[period].add(visit)
        total.add(visit)
        own[period, default: 0] += 1
    }
}
