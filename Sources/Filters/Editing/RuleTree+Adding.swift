extension RuleTree {
    /// Puts a part beside another one, so that both must hold or one of them must.
    ///
    /// A group of that joint takes it as its last part; in a group of that joint it follows the other one; elsewhere the
    /// two become a group. A group of fewer than two parts takes on any joint.
    ///
    /// - Returns: the path of the new part.
    public mutating func add(_ filter: Filter, _ joint: RuleNode.Joint, beside path: [Int]) -> [Int] {
        let new = RuleNode(filter)
        guard let node = self[path] else { return append(new, joint, to: []) }
        if takes(joint, node) { return append(new, joint, to: path) }
        guard let number = path.last else {
            root = RuleNode(.group(joint, [root, new]))
            return [1]
        }
        let group = Array(path.dropLast())
        if let around = self[group], takes(joint, around) {
            change(at: group) { around in
                around.content = .group(joint, around.parts)
                around.parts.insert(new, at: number + 1)
            }
            return group + [number + 1]
        }
        change(at: path) { $0 = RuleNode(.group(joint, [$0, new])) }
        return path + [1]
    }

    private func takes(_ joint: RuleNode.Joint, _ node: RuleNode) -> Bool {
        node.isGroup && (node.joint == joint || (node.parts.count < 2 && node.prefixes.isEmpty))
    }

    private mutating func append(_ new: RuleNode, _ joint: RuleNode.Joint, to path: [Int]) -> [Int] {
        change(at: path) { $0.content = .group(joint, $0.parts + [new]) }
        return path + [(self[path]?.parts.count ?? 1) - 1]
    }

    /// Puts another filter in the place of a part.
    ///
    /// What it joins as the group around it does becomes parts of that group.
    public mutating func replace(at path: [Int], with filter: Filter) {
        var new = RuleNode(filter)
        new.isOff = self[path]?.isOff ?? false
        guard let number = path.last else {
            root = RuleTree(filter).root
            return
        }
        let group = Array(path.dropLast())
        let isSame = new.isGroup && new.prefixes.isEmpty && new.joint == self[group]?.joint
        change(at: group) { around in
            guard around.parts.indices.contains(number) else { return }
            around.parts.replaceSubrange(number...number, with: isSame ? new.parts : [new])
        }
    }

    /// Takes up parts that were switched off and are missing here, as the last parts of the outermost group.
    public mutating func keepPartsOff(of other: RuleTree) {
        var lost: [RuleNode] = []
        func collect(_ node: RuleNode) {
            if node.isOff { lost.append(node) } else { node.parts.forEach(collect) }
        }
        collect(other.root)
        guard !lost.isEmpty else { return }
        if root.joint == .any || !root.prefixes.isEmpty {
            root = root.parts.isEmpty ? RuleNode(.group(.all, [])) : RuleNode(.group(.all, [root]))
        }
        root.parts += lost
    }
}
