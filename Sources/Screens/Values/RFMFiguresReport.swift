public import Analytics
import Customers

extension RFMFigures {
    /// The figures of a report, without the scores of single profiles.
    ///
    /// `milliseconds`: the time that the evaluation took.
    public init(_ report: RFMReport, milliseconds: Double = 0) {
        var ranges = Ranges()
        ranges.recency = Self.ranges(of: report.recency)
        ranges.frequency = Self.ranges(of: report.frequency)
        ranges.monetary = Self.ranges(of: report.monetary)
        let cells = report.cells.map { cell in
            Cell(
                recency: cell.score.recency, frequency: cell.score.frequency, monetary: cell.score.monetary,
                profiles: cell.profiles, revenueMinor: cell.revenueMinor, group: cell.group)
        }
        self.init(
            asOf: report.asOf, buyers: report.buyers, groups: report.options.groups, cells: cells, ranges: ranges,
            milliseconds: milliseconds)
    }

    private static func ranges(of borders: RFMBorders) -> [ClosedRange<Double>?] {
        borders.bands.map { band in
            band.values.map { Double($0.lowerBound.rounded)...Double($0.upperBound.rounded) }
        }
    }
}
