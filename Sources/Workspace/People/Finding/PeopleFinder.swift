import Columnar
import Customers
import Synchronization

/// Finds people by words of their names, cities and identifiers, as these are now.
///
/// Who was found by a word is kept for a while, so that one letter more looks only at those.
final class PeopleFinder: Sendable {
    private static let most = 16

    private let form: SearchForm
    private let texts: [SearchColumn]
    /// Identifiers that are whole numbers; they are found by all their digits.
    private let numbers: [Column]
    private let profiles: ProfileMap
    private let kept = Mutex<[(word: [UInt8], rows: Bitmap)]>([])

    init(_ state: WorkspaceState) {
        form = SearchForm(joinsYo: state.settings["find_yo"] != "false")
        let columns = ProfileNames.searched(state).compactMap { state.population.traits[$0]?.current }
        texts = columns.compactMap { [form] in SearchColumn($0, form: form) }
        numbers = columns.filter { if case .integers(_, .integer, _) = $0 { true } else { false } }
        profiles = state.population.profiles
    }

    /// The profiles of a set that hold every word.
    func people(holding text: String, among base: Bitmap) throws -> Bitmap {
        var found = base
        for word in text.split(whereSeparator: \.isWhitespace) {
            try Task.checkCancellation()
            found &= rows(holding: form.bytes(of: word), digits: Int64(word))
        }
        return found
    }

    /// Goes through all texts once, so that they are in memory.
    func readAll() {
        // No text holds a byte that is none of UTF-8.
        _ = search(for: [0xFF])
    }

    private func rows(holding word: [UInt8], digits: Int64?) -> Bitmap {
        guard !word.isEmpty else { return Bitmap(rows: profiles.count, repeating: true) }
        if let known = kept.withLock({ $0.first { $0.word == word }?.rows }) { return known }
        // Whoever holds the word holds its beginning; a number is found whole, so that says nothing of one.
        let shorter =
            digits != nil ? nil : kept.withLock { $0.last { word.starts(with: $0.word) && !$0.word.isEmpty }?.rows }
        var rows = Bitmap(rows: profiles.count)
        // A look at single rows costs a good deal more than a row of a pass over all.
        if let shorter, shorter.count < profiles.count / 64 {
            shorter.forEach { row in if texts.contains(where: { $0.holds(word, row: row) }) { rows[row] = true } }
        } else {
            rows = search(for: word)
        }
        if let digits { insert(digits, into: &rows) }
        kept.withLock { kept in
            kept.append((word, rows))
            if kept.count > Self.most { kept.removeFirst() }
        }
        return rows
    }

    /// Looks through all texts, each half of the rows on a thread of its own where there are many.
    private func search(for word: [UInt8]) -> Bitmap {
        let count = profiles.count
        let parts = count < Self.leastShared ? [0..<count] : [0..<count / 2, count / 2..<count]
        let found = shared(parts.count) { part in
            var own = Bitmap(rows: count)
            for column in texts { column.insert(rowsHolding: word, among: parts[part], into: &own) }
            return own
        }
        return found.dropFirst().reduce(into: found[0]) { $0 |= $1 }
    }

    private static let leastShared = 100_000

    private func insert(_ number: Int64, into rows: inout Bitmap) {
        for case .integers(let lane, _, let present) in numbers {
            for row in 0..<min(lane.count, rows.rows) where lane[row] == number && present?[row] ?? true {
                rows[row] = true
            }
        }
    }
}
