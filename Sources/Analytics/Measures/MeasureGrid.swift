import Customers

/// The periods of one or more reports over the finest periods that bound them all.
struct MeasureGrid: Sendable {
    /// The finest periods, as far as they have begun.
    let finest: CutPeriods
    /// The periods of each report, as far as they have begun.
    let reports: [CutPeriods]
    /// The finest periods of each period, by report.
    let parts: [[Range<Int>]]

    init(_ reports: [ReportPeriods], asOf: Int64) {
        let edges = Set(
            reports.flatMap { zip($0.bounds, $0.edges).map { Edge(bound: $0.0, day: Int64($0.1.dayNumber)) } }
        )
        .sorted { $0.bound < $1.bound }
        let finest = CutPeriods(bounds: edges.map(\.bound), days: edges.map(\.day), asOf: asOf)
        let places = Dictionary(edges.enumerated().map { ($0.element.bound, $0.offset) }) { first, _ in first }
        self.finest = finest
        self.reports = reports.map { CutPeriods($0, asOf: asOf) }
        parts = zip(reports, self.reports).map { report, cut in
            (0..<cut.count).map { period in
                let first = places[report.bounds[period]] ?? 0
                return first..<min(finest.count, places[report.bounds[period + 1]] ?? first)
            }
        }
    }

    private struct Edge: Hashable {
        let bound, day: Int64
    }

    /// The finest periods that are counted by themselves, and the place among which two threads part: a bound of all reports.
    var middle: Int {
        guard finest.count > 1, let first = finest.bounds.first, let last = finest.bounds.last else { return 0 }
        // Bounds that lie within a period of a report cannot part it.
        var inner = [Bool](repeating: false, count: finest.count)
        for part in parts.joined() where part.count > 1 {
            for place in part.dropFirst() { inner[place] = true }
        }
        let common = (1..<finest.count).filter { !inner[$0] }
        let half = first + (last - first) / 2
        return common.min { abs(finest.bounds[$0] - half) < abs(finest.bounds[$1] - half) } ?? 0
    }
}
