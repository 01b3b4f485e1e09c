import Columnar

/// Counts purchases by period, and tells first purchases from later ones.
struct SalesPass {
    private let sources: MeasureSources
    private let runs: [PurchaseRun]
    /// By profile.
    private let beginnings: [Beginning]

    /// `asOf`: the date of the question, in milliseconds.
    init(sources: MeasureSources, runs: [PurchaseRun], asOf: Int64) {
        self.sources = sources
        self.runs = runs
        beginnings = Self.beginnings(sources, runs, before: asOf)
    }

    /// When a profile bought first and second; `Int64.max` where it did not.
    private struct Beginning {
        var first: Int64 = .max
        var second: Int64 = .max
    }

    /// The figures of each period.
    func figures(of periods: CutPeriods) -> [SalesFigures] {
        var buyers = Bitmap(rows: sources.profiles.count)
        var figures = (0..<periods.count).map { period in
            buyers.clear()
            var figures = SalesFigures()
            for run in runs { add(run, in: periods.span(of: period), to: &figures, &buyers) }
            for run in sources.refunds { subtract(run, in: periods.span(of: period), from: &figures) }
            figures.buyers = buyers.count
            return figures
        }
        count(periods, in: &figures)
        return figures
    }

    /// Adds the purchases of a period, and who made them.
    private func add(_ sale: PurchaseRun, in span: Range<Int64>, to figures: inout SalesFigures, _ buyers: inout Bitmap)
    {
        sale.gross.withUnsafeBufferPointer { gross in
            sale.net.withUnsafeBufferPointer { net in
                beginnings.withUnsafeBufferPointer { beginnings in
                    sale.run.forEach(in: span) { row, record, _ in
                        let profile = sources.profiles.profile(of: record)
                        guard sources.people[profile] else { return }
                        figures.purchases += 1
                        figures.gross += gross[row]
                        figures.net += net[row]
                        if beginnings[profile].first >= span.lowerBound { figures.newNet += net[row] }
                        buyers[profile] = true
                    }
                }
            }
        }
    }

    /// Takes off the refunds of a period; like its purchases they are new revenue where the profile began to buy in it.
    ///
    /// A refund that counts is of a purchase and not before it, so that everybody here has a first one.
    private func subtract(_ refunds: RefundRun, in span: Range<Int64>, from figures: inout SalesFigures) {
        refunds.run.forEach(in: span) { row, record, _ in
            let profile = sources.profiles.profile(of: record)
            guard sources.people[profile] else { return }
            figures.net -= refunds.amounts[row]
            if beginnings[profile].first >= span.lowerBound { figures.newNet -= refunds.amounts[row] }
        }
    }

    /// The first two purchases of everyone who is counted.
    private static func beginnings(
        _ sources: MeasureSources, _ runs: [PurchaseRun], before asOf: Int64
    ) -> [Beginning] {
        var beginnings = [Beginning](repeating: Beginning(), count: sources.profiles.count)
        beginnings.withUnsafeMutableBufferPointer { beginnings in
            for sale in runs {
                sale.run.forEach(in: .min..<asOf) { _, record, time in
                    let profile = sources.profiles.profile(of: record)
                    guard sources.people[profile] else { return }
                    let known = beginnings[profile]
                    if time < known.first {
                        beginnings[profile] = Beginning(first: time, second: known.first)
                    } else if time < known.second {
                        beginnings[profile].second = time
                    }
                }
            }
        }
        return beginnings
    }

    private func count(_ periods: CutPeriods, in figures: inout [SalesFigures]) {
        guard let start = periods.bounds.first, periods.count > 0 else { return }
        for beginning in beginnings where beginning.first < .max {
            if let period = periods.index(of: beginning.first) {
                figures[period].newBuyers += 1
                figures[period].buyersByEnd += 1
            } else if beginning.first < start {
                figures[0].buyersByEnd += 1
            }
            if let period = beginning.second < start ? 0 : periods.index(of: beginning.second) {
                figures[period].repeatersByEnd += 1
            }
        }
        for period in figures.indices.dropFirst() {
            figures[period].buyersByEnd += figures[period - 1].buyersByEnd
            figures[period].repeatersByEnd += figures[period - 1].repeatersByEnd
        }
    }
}
