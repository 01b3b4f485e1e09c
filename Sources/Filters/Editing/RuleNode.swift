/// One part of a filter that is being edited: a condition, or a group of parts.
public struct RuleNode: Hashable, Sendable {
    /// What stands before a part and changes its meaning.
    public enum Prefix: Hashable, Sendable {
        /// `not`
        case not
        /// `as of 2026-01-01`
        case asOf(TimePoint)
    }

    /// How a group joins its parts.
    public enum Joint: Hashable, Sendable {
        /// All must hold: `and`.
        case all
        /// One must hold: `or`.
        case any

        /// The other one.
        public var opposite: Joint { self == .all ? .any : .all }
    }

    /// What the part is.
    public enum Content: Hashable, Sendable {
        /// A filter that joins nothing.
        case condition(Filter)
        /// Parts that are joined; also none or one, while the group is being built.
        case group(Joint, [RuleNode])
    }

    /// From the outside in.
    public var prefixes: [Prefix]
    /// The part without its prefixes.
    public var content: Content
    /// Whether the part is left out of the filter for the time being.
    public var isOff: Bool

    /// Makes a part.
    public init(_ content: Content, prefixes: [Prefix] = [], isOff: Bool = false) {
        self.content = content
        self.prefixes = prefixes
        self.isOff = isOff
    }

    /// The parts of a filter: a group a node, a condition a node, `not` and `as of` as prefixes.
    public init(_ filter: Filter) {
        switch filter {
        case .not(let operand):
            self.init(operand)
            prefixes.insert(.not, at: 0)
        case .asOf(let point, let operand):
            self.init(operand)
            prefixes.insert(.asOf(point), at: 0)
        case .all(let operands) where !operands.isEmpty:
            self.init(.group(.all, operands.map { RuleNode($0) }))
        case .any(let operands) where !operands.isEmpty:
            self.init(.group(.any, operands.map { RuleNode($0) }))
        default:
            self.init(.condition(filter))
        }
    }

    /// Whether the part joins others.
    public var isGroup: Bool { if case .group = content { true } else { false } }

    /// How the group joins its parts; none for a condition.
    public var joint: Joint? { if case .group(let joint, _) = content { joint } else { nil } }

    /// The parts of a group; none of a condition.
    public var parts: [RuleNode] {
        get { if case .group(_, let parts) = content { parts } else { [] } }
        set { if case .group(let joint, _) = content { content = .group(joint, newValue) } }
    }

    /// The filter that the part stands for; none where everything in it is switched off.
    public var filter: Filter? { filter { !$0.isOff } }

    /// The filter with the parts that are switched off in it.
    public var whole: Filter? { filter { _ in true } }

    private func filter(_ isTaken: (RuleNode) -> Bool) -> Filter? {
        guard isTaken(self), let inner = inner(isTaken) else { return nil }
        return prefixes.reversed().reduce(inner) { filter, prefix in
            switch prefix {
            case .not: .not(filter)
            case .asOf(let point): .asOf(point, filter)
            }
        }
    }

    private func inner(_ isTaken: (RuleNode) -> Bool) -> Filter? {
        switch content {
        case .condition(let filter): return filter
        case .group(let joint, let parts):
            let filters = parts.compactMap { $0.filter(isTaken) }
            guard filters.count > 1 else { return filters.first }
            return joint == .all ? .all(filters) : .any(filters)
        }
    }
}
