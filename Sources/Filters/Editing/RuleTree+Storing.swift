extension RuleTree {
    /// The rule with the parts that are switched off, in the filter language; with ``placesOff`` it is the rule.
    public var wholeText: String { root.whole?.text ?? "" }

    /// Which parts are switched off, as places in the reading order of the parts of ``wholeText``.
    public var placesOff: [Int] {
        simplified.nodes.enumerated().filter { $0.element.node.isOff }.map(\.offset)
    }

    /// Reads a rule back; places that the text does not have are passed over.
    public init(whole text: String, placesOff: [Int]) throws(SyntaxError) {
        self.init(text.allSatisfy(\.isWhitespace) ? nil : try Filter(parsing: text))
        let paths = nodes.map(\.path)
        for place in placesOff where place > 0 && paths.indices.contains(place) { toggle(at: paths[place]) }
        guard placesOff.contains(0) else { return }
        root.isOff = true
        root = RuleNode(.group(.all, [root]))
    }

    /// The rule without groups of fewer than two parts: as it is when its text is read.
    private var simplified: RuleTree {
        guard let node = root.simplified else { return RuleTree() }
        var tree = RuleTree()
        tree.root = node.isGroup ? node : RuleNode(.group(.all, [node]))
        return tree
    }
}

extension RuleNode {
    /// The part without groups of fewer than two parts in it; none for a group of nothing.
    var simplified: RuleNode? {
        guard isGroup else { return self }
        var node = self
        node.parts = parts.compactMap(\.simplified)
        guard node.parts.count < 2 else { return node }
        return node.parts.first.map { only in
            RuleNode(only.content, prefixes: prefixes + only.prefixes, isOff: isOff || only.isOff)
        }
    }
}
