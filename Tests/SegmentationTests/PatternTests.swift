import Customers
import Filters
import Testing

/// Patterns against the matcher of the standard library, which backtracks.
struct PatternTests {
    private static let texts: [String] = [
        "", "a", "b", "ab", "ba", "aab", "abab", "b a", "a1", "1b_", "aé", "Éb", "bbb", "a\nb", "aabb1", "_", " a ",
    ]

    @Test func `matches as the standard library does`() throws {
        var random = SeededGenerator(seed: 1)
        let shop = SmallShop(Self.texts.map { Person(["name": .text($0)]) })
        for _ in 0..<400 {
            let pattern = random.pattern(depth: 3)
            guard !pattern.isEmpty else { continue }
            let regex = try Regex(pattern).ignoresCase()
            let expected = Self.texts.indices.filter { index in
                !Self.texts[index].isEmpty && Self.texts[index].firstMatch(of: regex) != nil
            }
            let found = try shop.members("name matches /\(pattern)/")
            #expect(found == expected, "\(pattern)")
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func pattern(depth: Int) -> String {
        guard depth > 0 else { return atom() }
        switch number(0...7) {
        case 0: return "(\(pattern(depth: depth - 1))|\(pattern(depth: depth - 1)))"
        case 1: return "(?:\(pattern(depth: depth - 1)))" + pick(["*", "+", "?", "{2}", "{1,2}", "{2,}", "{0,1}"])
        case 2: return atom() + pick(["*", "+", "?", "{2}", "*?", "+?"])
        case 3: return pick(["^", ""]) + pattern(depth: depth - 1) + pick(["$", ""])
        default: return pattern(depth: depth - 1) + pattern(depth: depth - 1)
        }
    }

    private mutating func atom() -> String {
        pick(["a", "b", "A", ".", "[ab]", "[^a]", "[a-c1]", "\\d", "\\w", "\\s", "\\D", "é", "1", "_"])
    }
}
