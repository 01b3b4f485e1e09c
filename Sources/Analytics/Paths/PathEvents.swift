public import Columnar

/// Events to be followed profile by profile, as tables in time order.
public struct PathEvents: Sendable {
    /// What an event is on the way.
    public enum Role: Hashable, Sendable {
        /// The step at a place of 12, from 0.
        case step(Int)
        /// One that must not lie between two steps.
        case excluded
        /// Any other, which only the strict order heeds.
        case other
    }

    /// Events of one table and one role.
    public struct Source: Sendable {
        let run: EventRun
        let role: Role
        let marks: RowMarks

        public init(_ run: EventRun, as role: Role, marks: RowMarks = .none) {
            self.run = run
            self.role = role
            self.marks = marks
        }
    }

    let profiles: ProfileMap
    let sources: [Source]
    /// All events lie in this stretch, in milliseconds since 1970.
    let span: Range<Int64>
    let reach: Int64

    /// - Parameters:
    ///   - profiles: which profile a record belongs to.
    ///   - sources: a table may stand here for several roles; an event that is several steps counts for one of them.
    ///   - span: events outside do not count, in milliseconds since 1970.
    ///   - reach: events of one profile that lie further apart have nothing to do with each other, in milliseconds.
    public init(profiles: ProfileMap, sources: [Source], span: Range<Int64>, reach: Int64) {
        self.profiles = profiles
        self.sources = sources
        self.span = span.clamped(toTimesOf: sources.map(\.run.times))
        self.reach = reach
    }
}

extension Range<Int64> {
    /// The part of a stretch of time in which something of some tables happened.
    func clamped(toTimesOf tables: [TimeLane]) -> Range {
        let times = tables.filter { $0.count > 0 }
        let first = times.map { $0[0] }.min() ?? 0
        let last = times.map { $0[$0.count - 1] }.max() ?? 0
        return clamped(to: first..<(last + 1))
    }
}
