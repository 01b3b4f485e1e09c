/// A filter being edited, part by part.
///
///     var rule = RuleTree(try Filter(parsing: "tier = \"vip\" and did purchase"))
///     rule.negate(at: [1])
///     rule.text    // tier = "vip" and not did purchase
///
/// A path says which part to take at each level from the outermost group, whose own path is empty. Every filter is one
/// tree, and every tree without empty groups is one filter.
public struct RuleTree: Hashable, Sendable {
    /// The outermost group.
    public internal(set) var root: RuleNode

    /// Takes a filter apart; none is the empty group.
    public init(_ filter: Filter? = nil) {
        let node = filter.map { RuleNode($0) } ?? RuleNode(.group(.all, []))
        root = node.isGroup ? node : RuleNode(.group(.all, [node]))
    }

    /// The filter without the parts that are switched off; none where nothing is left.
    public var filter: Filter? { root.filter }

    /// The filter in the filter language; empty for everyone.
    public var text: String { filter?.text ?? "" }

    /// Whether no part stands in the rule.
    public var isEmpty: Bool { root.parts.isEmpty }

    /// Whether a part is switched off.
    public var hasPartsOff: Bool { nodes.contains { $0.node.isOff } }

    /// The part at a path; none where there is no such part.
    public subscript(path: [Int]) -> RuleNode? {
        var node = root
        for step in path {
            guard node.parts.indices.contains(step) else { return nil }
            node = node.parts[step]
        }
        return node
    }

    /// Every part in reading order with its path: each before its own parts, the outermost group first.
    public var nodes: [(path: [Int], node: RuleNode)] {
        var nodes: [(path: [Int], node: RuleNode)] = []
        func collect(_ node: RuleNode, at path: [Int]) {
            nodes.append((path, node))
            for (number, part) in node.parts.enumerated() { collect(part, at: path + [number]) }
        }
        collect(root, at: [])
        return nodes
    }

    /// Whether the part, or a group around it, is switched off.
    public func isOff(at path: [Int]) -> Bool {
        (0...path.count).contains { self[Array(path.prefix($0))]?.isOff ?? false }
    }

    /// The conditions that count, in the order in which ``Filter/conditions`` lists those of ``filter``.
    public var liveConditions: [[Int]] {
        nodes.filter { !$0.node.isGroup && !isOff(at: $0.path) }.map(\.path)
    }
}
