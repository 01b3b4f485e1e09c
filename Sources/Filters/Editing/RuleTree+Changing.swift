extension RuleTree {
    /// Takes parts out; a group left with nothing goes too, and one left with a single part becomes that part.
    public mutating func remove(_ paths: Set<[Int]>) {
        root.parts = Self.rest(of: root, at: [], without: paths)
    }

    private static func rest(of node: RuleNode, at path: [Int], without paths: Set<[Int]>) -> [RuleNode] {
        node.parts.enumerated().compactMap { number, part -> RuleNode? in
            let place = path + [number]
            guard !paths.contains(place) else { return nil }
            guard part.isGroup, paths.contains(where: { $0.starts(with: place) }) else { return part }
            var part = part
            part.parts = rest(of: part, at: place, without: paths)
            return part.parts.count < 2 ? part.simplified : part
        }
    }

    /// Puts a copy of a part below it.
    ///
    /// - Returns: the path of the copy; none for the outermost group.
    public mutating func duplicate(at path: [Int]) -> [Int]? {
        guard let number = path.last, let node = self[path] else { return nil }
        change(at: Array(path.dropLast())) { $0.parts.insert(node, at: number + 1) }
        return path.dropLast() + [number + 1]
    }

    /// Puts `not` before a part, or takes it away.
    public mutating func negate(at path: [Int]) {
        change(at: path) { node in
            if node.prefixes.first == .not { node.prefixes.removeFirst() } else { node.prefixes.insert(.not, at: 0) }
        }
    }

    /// Switches a part off or on.
    public mutating func toggle(at path: [Int]) {
        guard !path.isEmpty else { return }
        change(at: path) { $0.isOff.toggle() }
    }

    /// Lets a group join its parts in the other way.
    public mutating func swapJoint(at path: [Int]) {
        change(at: path) { node in
            if let joint = node.joint { node.content = .group(joint.opposite, node.parts) }
        }
    }

    /// Puts a part in the place of another one as it is.
    public mutating func put(_ node: RuleNode, at path: [Int]) {
        change(at: path) { $0 = node }
    }

    mutating func change(at path: [Int], _ body: (inout RuleNode) -> Void) {
        root.change(at: path[...], body)
    }
}

extension RuleNode {
    /// Changes the part at a path below; nothing where there is none.
    fileprivate mutating func change(at path: ArraySlice<Int>, _ body: (inout RuleNode) -> Void) {
        guard let step = path.first else { return body(&self) }
        guard parts.indices.contains(step) else { return }
        parts[step].change(at: path.dropFirst(), body)
    }
}
