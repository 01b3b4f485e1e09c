import Filters
import Terminal

/// One line of a rule that is being written: a new one, or one in the place of another.
struct LineEntry: Hashable, Sendable {
    var draft: FilterDraft
    /// Where the line stands in ``base``.
    let path: [Int]
    /// The rule around the line; a new line stands in it as a part that is switched off.
    let base: RuleTree
    let isNew: Bool
    /// Whether the first entry of the list is to be taken as soon as it is there.
    var takesFirst = false

    /// A field for a line in the place of another.
    init(replacing path: [Int], in rule: RuleTree) {
        base = rule
        self.path = path
        isNew = false
        draft = FilterDraft(rule[path]?.filterText ?? "")
    }

    /// A field for a new line beside a part.
    init(_ joint: RuleNode.Joint, beside path: [Int], in rule: RuleTree, text: String = "") {
        var base = rule
        self.path = base.add(.everyone, joint, beside: path)
        base.toggle(at: self.path)
        self.base = base
        isNew = true
        draft = FilterDraft(text)
    }

    /// Whether the field holds anything else than it began with.
    var isTouched: Bool { draft.text != (isNew ? "" : base[path]?.filterText ?? "") }

    /// What the field holds, where it reads as a filter.
    var filter: Filter? {
        draft.text.isEmpty || draft.fault != nil ? nil : try? Filter(parsing: draft.text)
    }

    /// The rule as it would be with the line; as it was where the line reads as nothing yet.
    var preview: RuleTree {
        guard let filter else { return base }
        var rule = base
        var node = RuleNode(filter)
        node.isOff = !isNew && (base[path]?.isOff ?? false)
        rule.put(node, at: path)
        return rule
    }

    /// The rule with the line, or none where it reads as nothing yet.
    var result: RuleTree? {
        guard let filter else { return nil }
        var rule = base
        if isNew { rule.toggle(at: path) }
        rule.replace(at: path, with: filter)
        return rule
    }
}

extension RuleNode {
    /// The part in the filter language, whether it is switched off or not.
    var filterText: String {
        var node = self
        node.isOff = false
        return node.whole?.text ?? ""
    }
}
