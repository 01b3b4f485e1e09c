import Columnar

/// The figure of every profile, or of every candidate.
enum Figures: Sendable {
    case integers([Int64], present: Bitmap?)
    case numbers([Double], present: Bitmap?)

    /// Those that have a figure.
    var present: Bitmap {
        switch self {
        case .integers(let values, let present): present ?? Bitmap(rows: values.count, repeating: true)
        case .numbers(let values, let present): present ?? Bitmap(rows: values.count, repeating: true)
        }
    }

    /// Those whose figure passes a test; one without a figure passes none.
    ///
    /// - Precondition: where the test is of a stretch of time, the figures are those of all profiles.
    func passing(_ test: ColumnTest.Kind, in resolver: WindowResolver, countsDays: Bool) -> Bitmap {
        switch (self, test) {
        case (_, .exists): return present
        case (.integers(let values, _), .integers(let ranges)):
            return present & Bitmap(values, inAnyOf: ranges)
        case (.numbers(let values, _), .numbers(let ranges)):
            return present & Bitmap(values, inAnyOf: ranges)
        case (.integers(let values, _), .window(let window)):
            let edges = resolver.edges(of: window, inDays: countsDays)
            var passing = present
            for profile in values.indices where !edges.contains(values[profile], of: profile) {
                passing[profile] = false
            }
            return passing
        case (.integers(let values, _), _): return Bitmap(rows: values.count)
        case (.numbers(let values, _), _): return Bitmap(rows: values.count)
        }
    }
}
