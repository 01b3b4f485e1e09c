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
}
