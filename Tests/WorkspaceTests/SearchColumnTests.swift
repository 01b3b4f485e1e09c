import Columnar
import Testing

@testable import Workspace

struct SearchColumnTests {
    private static let form = SearchForm(joinsYo: true)

    /// Texts in which short words stand often, also over the border of two texts.
    private func texts(seed: UInt64, longest: Int) -> [String] {
        var random = SplitMix(seed: seed)
        return (0..<500).map { _ in
            String((0..<random.number(0...longest)).map { _ in random.pick(["a", "b", "A", "ł", "é", "ё"]) })
        }
    }

    @Test(arguments: [1, 2, 3], [6, 90])
    func `finds in any stretch the rows that hold the word, and no others`(seed: UInt64, longest: Int) throws {
        let texts = texts(seed: seed, longest: longest)
        var vector = TextVector()
        for text in texts { vector.append(text) }
        let column = Column.texts(bytes: Lane(vector.bytes), ends: Lane(vector.ends.map(UInt64.init)))
        let search = try #require(SearchColumn(column, form: Self.form))
        for word in ["a", "ab", "ba", "al", "e", "е", "aab", "zz", "aaabab", "abababababab", "lелеa"] {
            let bytes = Self.form.bytes(of: word)
            let expected = texts.map { text in
                String(decoding: Self.form.bytes(of: text), as: UTF8.self).contains(word)
            }
            var whole = Bitmap(rows: texts.count)
            search.insert(rowsHolding: bytes, among: 0..<texts.count, into: &whole)
            var halves = Bitmap(rows: texts.count)
            search.insert(rowsHolding: bytes, among: 0..<211, into: &halves)
            search.insert(rowsHolding: bytes, among: 211..<texts.count + 9, into: &halves)
            for row in texts.indices {
                #expect(whole[row] == expected[row])
                #expect(halves[row] == expected[row])
                #expect(search.holds(bytes, row: row) == expected[row])
            }
        }
    }
}
