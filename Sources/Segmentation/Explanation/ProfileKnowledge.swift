public import Customers
public import Filters

/// What other modules know of the derived figures of one profile.
public struct ProfileKnowledge {
    /// When a figure may turn, after the start of a stretch of milliseconds since 1970 up to its end, when nothing more
    /// becomes known; none where that cannot be told.
    let turns: (Derivation, Range<Int64>) throws -> [Int64]?
    /// What a figure follows from as of an instant.
    let evidence: (Derivation, Instant) throws -> [Evidence]
    /// The rule of a segment.
    let rule: (String) throws -> Filter?

    public init(
        turns: @escaping (Derivation, Range<Int64>) throws -> [Int64]?,
        evidence: @escaping (Derivation, Instant) throws -> [Evidence] = { _, _ in [] },
        rule: @escaping (String) throws -> Filter? = { _ in nil }
    ) {
        self.turns = turns
        self.evidence = evidence
        self.rule = rule
    }
}
