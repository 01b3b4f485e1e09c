import Analytics
import Customers
import Filters
import Screens

/// Measures that never change.
extension Sample {
    static func dashboard(_ query: Query, days: Int) -> DashboardFigures {
        let last = CivilCalendar.utc.date(at: Instant(seconds: 1_795_348_800))
        return DashboardFigures(
            periods: series(ReportPeriods(stretches: 2, of: days, through: last, in: .utc), scale: days),
            course: series(ReportPeriods(stretches: max(14, min(30, days)), of: 1, through: last, in: .utc), scale: 1),
            segments: [
                .init(name: "VIP", before: 40, now: 52), .init(name: "Lapsed", before: 31, now: 30),
                .init(name: "Staff", before: 0, now: 4),
            ],
            flow: .init(
                start: "Old subscribers", end: "Buyers", started: 400, moved: 25,
                startedFilter: "as of 2026-10-24 (subscribed_at before 30 days ago and did not purchase)",
                movedFilter:
                    "as of 2026-10-24 (subscribed_at before 30 days ago and did not purchase) and did purchase",
                medianSeconds: 1_036_800, revenue: 360_000),
            troubledImports: imports.filter { $0.counts.rejected > 0 }, milliseconds: 3)
    }

    private static func series(_ periods: ReportPeriods, scale: Int) -> MeasureSeries {
        let figures = (0..<periods.count).map { period in
            var figures = PeriodFigures()
            let size = scale * (10 + period * 7 % 12)
            figures.active = size * 9
            for (place, event) in TrackedEvent.allCases.enumerated() where event != .delivered {
                figures.events[event] = EventFigures(profiles: size * (8 - place), times: size * (9 - place))
            }
            var sales = SalesFigures()
            (sales.purchases, sales.buyers, sales.newBuyers) = (size + 4, size, size / 3)
            (sales.gross, sales.net, sales.newNet) = (Int64(size) * 9900, Int64(size) * 9000, Int64(size) * 2000)
            (sales.buyersByEnd, sales.repeatersByEnd) = (900 + size, 500 + size)
            figures.sales = sales
            figures.carts = CartFigures(carts: size * 2, ordered: size / 2, open: 1)
            var answers = MailAnswers(reached: size * 6)
            (answers.opened, answers.clicked, answers.openedAndClicked) = (size * 4, size * 3, size * 3)
            answers.unsubscribed = size * 2
            figures.answers = answers
            var base = BaseFigures()
            (base.atStart, base.atEnd, base.lost) = (800, 810, size / 12)
            figures.base = base
            figures.silent = 40 + period % 5
            figures.growth = GrowthFigures(profiles: 1200 + period, new: period, subscribed: size)
            return figures
        }
        return MeasureSeries(
            periods: periods, asOf: Instant(seconds: 1_795_348_800), figures: figures,
            filters: MetricFilters(events: ["visit", "email_sent", "email_open"]))
    }
}

extension Sample {
    static func value(_ view: ValueView) -> ValueFigures {
        let curve = Concentration(of: (1...100).map { Int64($0 * 1000) })
        switch view {
        case .concentration, .age:
            return ValueFigures(
                rows: curve.points.map {
                    .init(figures: .point($0), filter: $0.filter(digits: 2).text)
                }, buyers: curve.buyers, revenue: curve.revenue, gini: curve.gini)
        case .trait(let name):
            var group = ValueGroup()
            (group.profiles, group.buyers, group.revenue) = (20, 10, 505_000)
            return ValueFigures(
                rows: ["Kraków", ""].map {
                    .init(value: $0, figures: .group(group), filter: "\(name) = \"\($0)\"")
                }, buyers: 20, revenue: 1_010_000)
        }
    }
}
