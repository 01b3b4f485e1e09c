/// Which branches of a tree are folded.
///
/// A node is named by its path: its place among the parts of its parent at every level, the root by none. The root
/// itself is never folded.
public struct Folding: Hashable, Sendable {
    /// The folded branches.
    public private(set) var folded: Set<[Int]> = []

    /// Makes a tree that is all unfolded.
    public init() {}

    /// Whether a node lies inside a folded branch.
    public func hides(_ path: [Int]) -> Bool { path != shown(path) }

    /// The node that stands for another one on the screen: itself, or the outermost folded branch around it.
    public func shown(_ path: [Int]) -> [Int] {
        for depth in path.indices.dropFirst() {
            let around = Array(path.prefix(depth))
            if folded.contains(around) { return around }
        }
        return path
    }

    /// Whether a branch is folded.
    public func isFolded(_ path: [Int]) -> Bool { folded.contains(path) }

    /// Folds a branch or unfolds it.
    ///
    /// - Returns: whether that changes anything.
    @discardableResult
    public mutating func fold(_ path: [Int], _ isFolded: Bool = true) -> Bool {
        guard !path.isEmpty, folded.contains(path) != isFolded else { return false }
        if isFolded { folded.insert(path) } else { folded.remove(path) }
        return true
    }

    /// Unfolds what hides a node.
    public mutating func reveal(_ path: [Int]) {
        folded = folded.filter { $0.count >= path.count || !path.starts(with: $0) }
    }

    /// Says where the folded branches stand after a change of the tree; none for one that is gone.
    public mutating func follow(_ place: ([Int]) -> [Int]?) {
        folded = Set(folded.compactMap(place)).subtracting([[]])
    }

    /// Does what left and right do on a node of a tree: left folds a branch, then goes to what holds it; right unfolds
    /// one, then goes to its first part.
    ///
    /// - Returns: where the cursor then stands; none where the action does nothing there.
    public mutating func step(_ action: Action, at path: [Int], hasParts: Bool) -> [Int]? {
        switch action {
        case .left:
            if hasParts, fold(path) { return path }
            return path.isEmpty ? nil : Array(path.dropLast())
        case .right where hasParts: return fold(path, false) ? path : path + [0]
        default: return nil
        }
    }
}
