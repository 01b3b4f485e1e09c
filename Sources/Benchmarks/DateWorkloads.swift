import Customers
import Workspace

/// What questions cost as of past dates: at the month end where they cost most, and at all 24 of them together.
///
/// Before each question all answers are forgotten.
struct DateWorkloads {
    let session: Session

    private static let filters =
        SegmentFilters.all + [
            ("trait", "country = \"PL\" and gender = \"F\""), ("life", "did purchase"),
            ("spent", "sum(purchase.revenue) >= 500"),
        ]

    func all() async throws -> [Measurement] {
        var measurements: [Measurement] = []
        for (name, filter) in Self.filters {
            var worst = Measurement.nothing("\(name) worst date")
            for month in Self.monthEnds {
                var runs: [Measurement] = []
                for _ in 0..<3 {
                    try await session.forgetAnswers()
                    runs.append(try await once(name, filter, month))
                }
                let middle = Measurement.percentile(50, of: runs, as: worst.workload)
                if middle.cpuMilliseconds > worst.cpuMilliseconds { worst = middle }
            }
            let together = try await Measurement.median(
                "\(name) 24 months", before: { try await session.forgetAnswers() }
            ) { _ in
                try await session.history(of: filter, at: Self.monthEnds).map { Int64($0.members) }
            }
            measurements += [worst, together]
        }
        return measurements
    }

    private func once(_ name: String, _ filter: String, _ asOf: Instant) async throws -> Measurement {
        let session = session
        return try await Measurement.once(name) { try await StoreWorkloads.sums(session, filter, asOf: asOf) }
    }

    /// The ends of the 24 months before the date of the data, the oldest first.
    private static var monthEnds: [Instant] {
        (1...24).compactMap { month in
            CivilDate(year: 2024 + month / 12, month: month % 12 + 1, day: 1).map {
                Instant(milliseconds: Int64($0.dayNumber) * 86_400_000)
            }
        }
    }
}
