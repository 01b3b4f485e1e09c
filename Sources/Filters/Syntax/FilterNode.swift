/// One place in a filter's tree.
public struct FilterNode: Hashable, Sendable {
    /// What stands there, with all below it.
    public let filter: Filter
    /// How many groups, `not` and `as of` enclose it.
    public let depth: Int
    /// Which operand to take at each level from the root; empty for the root itself.
    public let path: [Int]
}

extension Filter {
    /// All profiles: `everyone`, the group of no conditions.
    public static let everyone = Filter.all([])

    /// What the group, `not` or `as of` joins; empty for a condition.
    public var operands: [Filter] {
        switch self {
        case .all(let operands), .any(let operands): operands
        case .not(let operand), .asOf(_, let operand): [operand]
        default: []
        }
    }

    /// Whether the filter joins others with `and` or `or`, directly or under `not` and `as of`.
    public var isGroup: Bool {
        switch self {
        case .all(let operands), .any(let operands): !operands.isEmpty
        case .not(let operand), .asOf(_, let operand): operand.isGroup
        default: false
        }
    }

    /// Every node in reading order: each before its operands, the root first.
    public var nodes: [FilterNode] {
        var nodes: [FilterNode] = []
        collect(into: &nodes, path: [])
        return nodes
    }

    private func collect(into nodes: inout [FilterNode], path: [Int]) {
        nodes.append(FilterNode(filter: self, depth: path.count, path: path))
        for (number, operand) in operands.enumerated() { operand.collect(into: &nodes, path: path + [number]) }
    }

    /// The lines of the filter in reading order: its conditions, each with the `not` and `as of` that belong to it alone.
    ///
    /// The depth counts the groups around a line, the outermost group not.
    public var conditions: [FilterNode] {
        var conditions: [FilterNode] = []
        collectConditions(into: &conditions, path: [], depth: -1)
        return conditions
    }

    private func collectConditions(into conditions: inout [FilterNode], path: [Int], depth: Int) {
        guard isGroup else {
            conditions.append(FilterNode(filter: self, depth: max(0, depth), path: path))
            return
        }
        let joins = if case .not = self { false } else if case .asOf = self { false } else { true }
        for (number, operand) in operands.enumerated() {
            operand.collectConditions(into: &conditions, path: path + [number], depth: depth + (joins ? 1 : 0))
        }
    }

    /// What stands at a path; nil where the path leaves the tree.
    public subscript(path: [Int]) -> Filter? {
        var filter = self
        for step in path {
            let operands = filter.operands
            guard operands.indices.contains(step) else { return nil }
            filter = operands[step]
        }
        return filter
    }

    /// The filter without what stands at some paths; nil where nothing remains.
    ///
    /// A group or `not` left empty vanishes, and a group of one becomes that one.
    public func removing(_ paths: Set<[Int]>) -> Filter? {
        removing(paths, at: [])
    }

    private func removing(_ paths: Set<[Int]>, at path: [Int]) -> Filter? {
        if paths.contains(path) { return nil }
        let rest = operands.enumerated().compactMap { $1.removing(paths, at: path + [$0]) }
        switch self {
        case .all(let operands) where !operands.isEmpty: return rest.count > 1 ? .all(rest) : rest.first
        case .any(let operands) where !operands.isEmpty: return rest.count > 1 ? .any(rest) : rest.first
        case .not: return rest.first.map(Filter.not)
        case .asOf(let point, _): return rest.first.map { .asOf(point, $0) }
        default: return self
        }
    }
}
