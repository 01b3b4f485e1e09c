extension RuleTree {
    /// Makes a group of parts that stand in one group; it joins them in the other way than the group around does.
    ///
    /// - Returns: the path of the group; none where the parts do not stand in one group.
    public mutating func group(_ paths: Set<[Int]>) -> [Int]? {
        let sorted = paths.sorted { $0.lexicographicallyPrecedes($1) }
        guard let first = sorted.first, !first.isEmpty else { return nil }
        let around = Array(first.dropLast())
        guard sorted.allSatisfy({ $0.count == first.count && $0.starts(with: around) }),
            let joint = self[around]?.joint
        else { return nil }
        let parts = sorted.compactMap { self[$0] }
        let places = Set(sorted.compactMap(\.last))
        change(at: around) { node in
            var kept = node.parts.enumerated().filter { !places.contains($0.offset) }.map(\.element)
            kept.insert(RuleNode(.group(joint.opposite, parts)), at: min(first[first.count - 1], kept.count))
            node.parts = kept
        }
        return first
    }

    /// Takes a group apart, so that its parts stand where it stood; a condition leaves the group that it stands in.
    ///
    /// - Returns: the path of the first part; none where a prefix or a switch of the group would be lost, and for what
    ///   stands outermost.
    public mutating func ungroup(at path: [Int]) -> [Int]? {
        guard let node = self[path], let number = path.last else { return nil }
        let around = Array(path.dropLast())
        if node.isGroup {
            guard node.prefixes.isEmpty, !node.isOff else { return nil }
            change(at: around) { $0.parts.replaceSubrange(number...number, with: node.parts) }
            return self[path] == nil ? around : path
        }
        guard let place = around.last else { return nil }
        let outer = Array(around.dropLast())
        change(at: around) { $0.parts.remove(at: number) }
        change(at: outer) { $0.parts.insert(node, at: place + 1) }
        let isLeftEmpty = self[around]?.parts.isEmpty ?? false
        if isLeftEmpty { change(at: outer) { $0.parts.remove(at: place) } }
        return outer + [isLeftEmpty ? place : place + 1]
    }
}
