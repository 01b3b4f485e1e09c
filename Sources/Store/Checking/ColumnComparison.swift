import Columnar

extension Column {
    /// Whether two columns have the same values, in whatever form they are kept.
    ///
    /// - Complexity: O(rows)
    func hasSameValues(as other: Column) -> Bool {
        guard count == other.count else { return false }
        switch (self, other) {
        case (.codes(let mine, let book, let sets), .codes(let others, let otherBook, _)):
            let codes = Self.translation(from: book, to: otherBook)
            for row in 0..<mine.count where mine[row].map({ codes[$0] }) != others[row] { return false }
            return Self.agree(sets, mine)
        case (.integers(let mine, let meaning, let present), .integers(let others, let other, let otherPresent)):
            guard meaning == other else { return false }
            return (0..<mine.count).allSatisfy {
                (present?[$0] ?? true) == (otherPresent?[$0] ?? true) && mine[$0] == others[$0]
            }
        default:
            return (0..<count).allSatisfy { self[$0] == other[$0] }
        }
    }

    /// The code in one book of each code of another; -1 for a text that it lacks.
    private static func translation(from book: Codebook, to other: Codebook) -> [Int] {
        let codes = Dictionary((0..<other.count).map { (other[$0], $0) }) { first, _ in first }
        return (0..<book.count).map { codes[book[$0]] ?? -1 }
    }

    /// Whether the sets of a column hold the rows of their codes.
    private static func agree(_ sets: [BitmapLane], _ codes: CodeLane) -> Bool {
        sets.isEmpty
            || (0..<codes.count).allSatisfy { row in
                sets.indices.allSatisfy { sets[$0][row] == (codes[row] == $0) }
            }
    }
}

extension [String: Column] {
    /// The names of columns that do not have the same values in both, in order.
    func differences(from others: [String: Column]) -> [String] {
        Set(keys).union(others.keys).sorted().filter { name in
            guard let mine = self[name], let other = others[name] else { return true }
            return !mine.hasSameValues(as: other)
        }
    }
}
