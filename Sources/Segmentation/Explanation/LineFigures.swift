import Columnar

/// Counts what a filter becomes without each of its lines, and without the lines after it.
///
/// Going down the tree it carries the two places in which a part stands: among all other lines, and among the earlier
/// lines alone. So every line costs a few word operations a level, however many lines there are.
struct LineFigures {
    /// The members with all later lines removed, by the number of the line.
    private(set) var after: [Int]
    /// The members with the line removed.
    private(set) var without: [Int]

    /// - Parameters:
    ///   - root: the whole filter.
    ///   - lines: how many lines it has.
    ///   - limit: the profiles that counts are limited to, none of which but those that exist.
    init(_ root: ExplainedPart, lines: Int, in limit: Bitmap) {
        after = Array(repeating: 0, count: lines)
        without = after
        let place = ExplainedPlace(inside: limit, outside: Bitmap(rows: limit.rows))
        walk(root, place, amongEarlier: place, emptied: limit.count)
    }

    /// `emptied`: the count where nothing of the part is left.
    private mutating func walk(
        _ part: ExplainedPart, _ place: ExplainedPlace, amongEarlier early: ExplainedPlace, emptied: Int
    ) {
        if case .line(let number) = part.kind {
            after[number] = early.count(with: part.set)
            without[number] = emptied
            return
        }
        let parts = part.kind.parts
        // What the parts after each are together.
        var later = [Bitmap?](repeating: nil, count: parts.count)
        for number in parts.indices.dropLast().reversed() {
            later[number] = part.kind.joined(parts[number + 1].set, later[number + 1])
        }
        var earlier: Bitmap?
        for (number, inner) in parts.enumerated() {
            let others = part.kind.joined(earlier, later[number])
            walk(
                inner, place.part(beside: others, in: part.kind),
                amongEarlier: early.part(beside: earlier, in: part.kind),
                emptied: others.map { place.count(with: $0) } ?? emptied)
            earlier = part.kind.joined(earlier, inner.set)
        }
    }
}
