import Columnar

/// A stretch of time whose ends are found: the same for all profiles, and what each profile's own traits leave of it.
struct ResolvedWindow {
    /// What is the same for all; unbounded where nothing is.
    private(set) var span: Range<Int64>
    /// Each profile's own stretch, where traits bound it.
    let edges: ProfileEdges?

    init(_ span: Range<Int64>) {
        self.span = span
        edges = nil
    }

    init(_ edges: ProfileEdges) {
        span = .min..<(.max)
        self.edges = edges
    }

    /// What lies in another stretch too.
    func clamped(to limits: Range<Int64>) -> ResolvedWindow {
        var window = self
        window.span = span.clamped(to: limits)
        return window
    }
}

/// Each profile's own stretch of time, in the order of profiles.
struct ProfileEdges {
    /// The first instant inside; the greatest number where there is none.
    let lower: [Int64]
    /// The first instant beyond; the least number where there is none.
    let upper: [Int64]

    /// Whether an instant lies in a profile's stretch.
    func contains(_ instant: Int64, of profile: Int) -> Bool {
        instant >= lower[profile] && instant < upper[profile]
    }
}
