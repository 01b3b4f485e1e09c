import Filters
import Terminal

/// One row of a rule's tree.
struct RuleRow: Hashable, Sendable {
    let path: [Int]
    let node: RuleNode
    /// Whether the part, or a group around it, is switched off.
    let isOff: Bool
    /// Where it stands in the tree, and whether its parts are out of sight.
    let place: Tree.Row

    var isFolded: Bool { place.isFolded }

    /// The rows of a rule, without those inside folded groups.
    static func rows(of rule: RuleTree, folding: Folding) -> [RuleRow] {
        let nodes = Dictionary(rule.nodes.map { ($0.path, $0.node) }) { first, _ in first }
        return Tree.rows(of: rule.nodes.map { ($0.path, $0.node.isGroup) }, folding: folding).compactMap { place in
            nodes[place.path].map {
                RuleRow(path: place.path, node: $0, isOff: rule.isOff(at: place.path), place: place)
            }
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
