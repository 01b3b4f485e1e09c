import Columnar

/// The figure of every profile.
enum Figures: Sendable {
    case integers([Int64], present: Bitmap?)
    case numbers([Double], present: Bitmap?)

    /// The profiles that have a figure.
    func present(of profiles: Int) -> Bitmap {
        switch self {
        case .integers(_, let present), .numbers(_, let present): present ?? Bitmap(rows: profiles, repeating: true)
        }
    }

    /// The profiles whose figure passes a test; one without a figure passes none.
    func passing(_ test: ColumnTest.Kind, in resolver: WindowResolver, countsDays: Bool) -> Bitmap {
        let profiles = resolver.population.profiles.count
        switch (self, test) {
        case (_, .exists): return present(of: profiles)
        case (.integers(let values, _), .integers(let ranges)):
            return present(of: profiles) & Bitmap(values, inAnyOf: ranges)
        case (.numbers(let values, _), .numbers(let ranges)):
            return present(of: profiles) & Bitmap(values, inAnyOf: ranges)
        case (.integers(let values, _), .window(let window)):
            let edges = resolver.edges(of: window, inDays: countsDays)
            var passing = present(of: profiles)
            for profile in 0..<profiles where !edges.contains(values[profile], of: profile) {
                passing[profile] = false
            }
            return passing
        default: return Bitmap(rows: profiles)
        }
    }
}
