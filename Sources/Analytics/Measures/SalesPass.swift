import Columnar

/// Counts purchases by period, and tells first purchases from later ones.
struct SalesPass {
    private let sources: MeasureSources
    private let runs: [PurchaseRun]
    private let beginnings: Beginnings

    /// `asOf`: the date of the question, in milliseconds.
    init(sources: MeasureSources, runs: [PurchaseRun], asOf: Int64) {
        self.sources = sources
        self.runs = runs
        beginnings = Self.beginnings(sources, runs, before: asOf)
    }

    /// When a profile bought first and second; `Int64.max` where it did not.
    private struct Beginnings {
        var first: [Int64]
        var second: [Int64]
    }

    /// The figures of each period.
    func figures(of periods: CutPeriods) -> [SalesFigures] {
        var figures = [SalesFigures](repeating: SalesFigures(), count: periods.count)
        var buyers = Bitmap(rows: sources.profiles.count)
        for period in figures.indices {
            buyers.clear()
            let start = periods.bounds[period]
            for sale in runs {
                sale.run.forEach(in: periods.span(of: period)) { row, record, _ in
                    let profile = sources.profiles.profile(of: record)
                    guard sources.people[profile] else { return }
                    figures[period].purchases += 1
                    figures[period].gross += sale.gross[row]
                    figures[period].net += sale.net[row]
                    if beginnings.first[profile] >= start { figures[period].newNet += sale.net[row] }
                    buyers[profile] = true
                }
            }
            figures[period].buyers = buyers.count
        }
        count(periods, in: &figures)
        return figures
    }

    /// The first two purchases of everyone who is counted.
    private static func beginnings(
        _ sources: MeasureSources, _ runs: [PurchaseRun], before asOf: Int64
    ) -> Beginnings {
        let nobody = [Int64](repeating: .max, count: sources.profiles.count)
        var beginnings = Beginnings(first: nobody, second: nobody)
        for sale in runs {
            sale.run.forEach(in: .min..<asOf) { _, record, time in
                let profile = sources.profiles.profile(of: record)
                guard sources.people[profile] else { return }
                if time < beginnings.first[profile] {
                    beginnings.second[profile] = beginnings.first[profile]
                    beginnings.first[profile] = time
                } else if time < beginnings.second[profile] {
                    beginnings.second[profile] = time
                }
            }
        }
        return beginnings
    }

    private func count(_ periods: CutPeriods, in figures: inout [SalesFigures]) {
        guard let start = periods.bounds.first, periods.count > 0 else { return }
        for time in beginnings.first where time < .max {
            if let period = periods.index(of: time) {
                figures[period].newBuyers += 1
                figures[period].buyersByEnd += 1
            } else if time < start {
                figures[0].buyersByEnd += 1
            }
        }
        for time in beginnings.second where time < .max {
            guard let period = time < start ? 0 : periods.index(of: time) else { continue }
            figures[period].repeatersByEnd += 1
        }
        for period in figures.indices.dropFirst() {
            figures[period].buyersByEnd += figures[period - 1].buyersByEnd
            figures[period].repeatersByEnd += figures[period - 1].repeatersByEnd
        }
    }
}
