extension RuleTree {
    /// Moves a part one place up or down; at the end of its group it leaves the group, and it enters one in its way.
    ///
    /// - Returns: its new path; none where it cannot go farther.
    public mutating func move(at path: [Int], by step: Int) -> [Int]? {
        guard let number = path.last, let node = self[path] else { return nil }
        let around = Array(path.dropLast())
        let count = self[around]?.parts.count ?? 0
        let next = number + (step < 0 ? -1 : 1)
        guard next >= 0, next < count else {
            guard let place = around.last, count > 1 else { return nil }
            let outer = Array(around.dropLast())
            change(at: around) { $0.parts.remove(at: number) }
            let target = step < 0 ? place : place + 1
            change(at: outer) { $0.parts.insert(node, at: target) }
            return outer + [target]
        }
        guard let neighbour = self[around + [next]], neighbour.isGroup else {
            change(at: around) { $0.parts.swapAt(number, next) }
            return around + [next]
        }
        let place = step < 0 ? neighbour.parts.count : 0
        change(at: around + [next]) { $0.parts.insert(node, at: place) }
        change(at: around) { $0.parts.remove(at: number) }
        return around + [step < 0 ? next : number, place]
    }
}
