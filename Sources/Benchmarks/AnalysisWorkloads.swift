import Analytics
import Customers
import Filters
import Workspace

/// The workloads of reports.
///
/// Each run asks as of another millisecond, so that none takes a report that is kept.
struct AnalysisWorkloads {
    let session: Session

    private static let day: Int64 = 86_400_000

    /// W7: the 125 cells, each with its people and gross revenue.
    func cells() async throws -> Measurement {
        let options = try RFMOptions(groups: 5, revenue: .gross)
        return try await Measurement.median("W7") { step in
            let report = try await session.rfm(asOf: StoreWorkloads.instant(step), options: options)
            return report.cells.flatMap {
                [
                    Int64($0.score.recency), Int64($0.score.frequency), Int64($0.score.monetary), Int64($0.profiles),
                    $0.revenueMinor,
                ]
            }
        }
    }

    private static let funnel = Funnel(
        ["session_start", "product_view", "add_to_cart", "checkout_started", "purchase"].map { Funnel.Step($0) })

    /// W8: people by the deepest step, and half of the times of those who got all the way at first.
    func funnel() async throws -> Measurement {
        try await Measurement.median("W8") { step in
            var request = FunnelRequest(Self.funnel)
            request.choice = .earliest
            let report = try await session.funnel(request, asOf: StoreWorkloads.instant(step))
            return report.whole.steps.map { Int64($0.profiles) }
                + report.whole.steps.dropFirst().map { Int64($0.medianSecondsOfConverted ?? 0) }
                + [Int64(report.whole.medianSeconds ?? 0)]
        }
    }

    /// W9: the same of the last 90 days, for each device of the first step by itself.
    func devices() async throws -> Measurement {
        let last = CivilCalendar.utc.date(at: StoreWorkloads.now)
        return try await Measurement.median("W9") { step in
            var request = FunnelRequest(Self.funnel, days: last.adding(days: -90)...last)
            request.split = .eachValue("device")
            let report = try await session.funnel(request, asOf: StoreWorkloads.instant(step))
            let groups = zip(report.split?.groups ?? [], report.groups).filter { $0.0.name != nil }
            return groups.sorted { ($0.0.name ?? "") < ($1.0.name ?? "") }
                .flatMap { $0.1.steps.map { Int64($0.profiles) } }
        }
    }

    /// W10: cohorts by the month of the first purchase; for each month after it people and gross revenue.
    func cohorts() async throws -> Measurement {
        try await Measurement.median("W10") { step in
            let report = try await session.retention(
                start: "purchase", returning: "purchase", options: RetentionOptions(by: .month, takesGross: true),
                asOf: Instant(milliseconds: StoreWorkloads.now.milliseconds + Int64(step)))
            return report.cohorts.enumerated().flatMap { cohort, row in
                row.people.indices.flatMap { cell -> [Int64] in
                    guard let people = row.people[cell], people > 0 else { return [] }
                    return [Int64(cohort), Int64(cell), Int64(people), row.revenueMinor[cell] ?? 0]
                }
            }
        }
    }

    /// W13: people by week: new, returning, resurrected, dormant.
    func weeks() async throws -> Measurement {
        try await Measurement.median("W13") { step in
            let report = try await session.lifecycle(
                of: "session_start", by: .week, asOf: StoreWorkloads.instant(step))
            return report.entries.enumerated().flatMap { week, entry in
                [week + 1, entry.new, entry.returning, entry.resurrected, entry.dormant].map(Int64.init)
            }
        }
    }

    /// W11: all measures of 731 days, in a session that has kept nothing; then again in one that keeps them.
    ///
    /// Carts are those of the product, adds with gaps under 24 hours; of a day's carts the answer has the people who added.
    func days(path: String) async throws -> [Measurement] {
        var runs: [Measurement] = []
        for _ in 0..<5 {
            let session = try Session(path: path, author: "benchmark")
            _ = try await session.summary()
            runs.append(try await Measurement.once("W11") { try await Self.daily(session) })
        }
        let raw = runs.sorted { $0.milliseconds < $1.milliseconds }[2]
        return [raw, try await Measurement.median("W11 kept") { _ in try await Self.daily(session) }]
    }

    /// What W11 asks for each day, and what follows from it.
    private static let series: Set<Metric> = [
        .grossRevenue, .purchases, .averageOrder, .active, .revenuePerActive, .sessions, .cartProfiles, .carts,
        .cartsOrdered, .abandonment, .sent, .opens, .clicks, .unsubscribes,
    ]

    private static func daily(_ session: Session) async throws -> [Int64] {
        guard let first = CivilDate(year: 2024, month: 1, day: 1), let last = CivilDate(year: 2025, month: 12, day: 31)
        else { return [] }
        let series = try await session.measures(
            by: .day, from: first, through: last, asOf: StoreWorkloads.now, metrics: series)
        return series.figures.enumerated().flatMap { day, figures -> [Int64] in
            let times = [TrackedEvent.sent, .opened, .clicked, .unsubscribed, .session].map {
                Int64(figures?.events[$0]?.times ?? 0)
            }
            let sales = figures?.sales
            return [Int64(day), sales?.gross ?? 0, Int64(sales?.purchases ?? 0), Int64(figures?.active ?? 0)] + times
                + [Int64(figures?.events[.cart]?.profiles ?? 0)]
        }
    }

    /// W12: people, buyers, purchases, gross revenue and margin by the source that brought them.
    func sources() async throws -> Measurement {
        try await Measurement.median("W12") { step in
            let groups = try await session.value(
                byTrait: "acquisition_source", isGross: true, asOf: StoreWorkloads.instant(step))
            return groups.flatMap {
                [
                    Int64($0.figures.profiles), Int64($0.figures.buyers), Int64($0.figures.orders), $0.figures.revenue,
                    $0.figures.margin ?? 0,
                ]
            }
        }
    }
}
