import Filters
import Terminal

/// One row of a rule's tree.
struct RuleRow: Hashable, Sendable {
    let path: [Int]
    let node: RuleNode
    /// Whether the part, or a group around it, is switched off.
    let isOff: Bool
    let isFolded: Bool

    var depth: Int { path.count }

    /// The rows of a rule, without those inside folded groups.
    static func rows(of rule: RuleTree, folded: Set<[Int]>) -> [RuleRow] {
        rule.nodes.compactMap { path, node in
            let isHidden = folded.contains { $0.count < path.count && path.starts(with: $0) }
            guard !isHidden else { return nil }
            return RuleRow(path: path, node: node, isOff: rule.isOff(at: path), isFolded: folded.contains(path))
        }
    }

    /// What the row says: a condition, or how a group joins what stands below it.
    func text(_ context: Context) -> String {
        guard let joint = node.joint else { return node.filterText }
        let words =
            joint == .all ? context.say("editor.all", "ALL of") : context.say("editor.any", "ANY of")
        let head = node.prefixes.map { prefix in
            switch prefix {
            case .not: context.say("editor.not", "NOT") + " "
            case .asOf(let point): context.say("editor.asof", "as of %1", point.text) + " "
            }
        }
        let folded = isFolded ? " \(context.drawing.glyphs.ellipsis) (\(node.parts.count))" : ""
        return head.joined() + words + folded
    }
}
