/// Why a profile is a member of a filter, or is not.
public struct MembershipReasons: Hashable, Sendable {
    public let isMember: Bool
    public let root: ReasonNode
    /// The first instant at which the answer is another though nothing more becomes known of the profile; none where that
    /// never comes.
    public let changesAt: Instant?
    /// Conditions whose figures hang on everyone, so that they were taken to stay as they are.
    public let held: [String]

    public init(isMember: Bool, root: ReasonNode, changesAt: Instant?, held: [String]) {
        self.isMember = isMember
        self.root = root
        self.changesAt = changesAt
        self.held = held
    }
}

/// One group or condition of a filter, and whether it holds for a profile.
public struct ReasonNode: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case all, any, not
        case asOf = "as of"
        case condition
    }

    public let kind: Kind
    /// The group or condition in the filter language.
    public let text: String
    public let holds: Bool
    /// The date at which it is asked, another one under an `as of`.
    public let asOf: Instant
    /// What decides; of conditions alone.
    public let evidence: [Evidence]
    /// What the group joins; of a condition on membership the rule of the segment.
    public let operands: [ReasonNode]

    public init(
        kind: Kind, text: String, holds: Bool, asOf: Instant, evidence: [Evidence] = [], operands: [ReasonNode] = []
    ) {
        self.kind = kind
        self.text = text
        self.holds = holds
        self.asOf = asOf
        self.evidence = evidence
        self.operands = operands
    }

    /// The node and all below it, in reading order, each with its depth.
    public func flattened(depth: Int = 0) -> [(node: ReasonNode, depth: Int)] {
        [(self, depth)] + operands.flatMap { $0.flattened(depth: depth + 1) }
    }
}
