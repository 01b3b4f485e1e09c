import Customers
import Workspace

/// What questions cost as of past dates: at the month end where they cost most, and at all 24 of them together.
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
            var together = Measurement.nothing("\(name) 24 months")
            var worst = Measurement.nothing("\(name) worst date")
            for month in Self.monthEnds {
                var runs: [Measurement] = []
                for step in 1...3 {
                    let asOf = Instant(milliseconds: month.milliseconds + Int64(step))
                    runs.append(
                        try await Measurement.once(name) {
                            try await StoreWorkloads.sums(session, filter, asOf: asOf)
                        })
                }
                // The first alone may not use what the two after it do, which no user asks so close to one another.
                together = together.adding(runs[0])
                let middle = Measurement.percentile(50, of: runs, as: worst.workload)
                if middle.cpuMilliseconds > worst.cpuMilliseconds { worst = middle }
            }
            measurements += [worst, together]
        }
        return measurements
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
