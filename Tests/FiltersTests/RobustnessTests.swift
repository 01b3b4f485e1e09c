import Filters
import Testing

struct RobustnessTests {
    /// Reads a text; an error must lie inside it, be a sentence, and its fixes and report must be usable.
    private func probe(_ source: String) throws {
        let length = source.utf8.count
        do {
            let parsed = try ParsedFilter(source)
            try #require(parsed.ranges.count == parsed.filter.nodes.count, "\(source)")
            for range in parsed.ranges + parsed.names.map(\.range) {
                try #require(range.lowerBound < range.upperBound && range.upperBound <= length, "\(source)")
            }
            try #require(try Filter(parsing: parsed.filter.text) == parsed.filter, "\(source)")
        } catch let error as SyntaxError {
            try #require(error.range.lowerBound >= 0 && error.range.upperBound <= length, "\(source)")
            try #require(error.description.hasSuffix("."), "\(source)")
            for fix in error.fixes { try #require(fix.range.upperBound <= length, "\(source)") }
            try #require(error.report(in: source).contains(error.description), "\(source)")
        }
    }

    @Test func `random bytes are answered`() throws {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<2500 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            try probe(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func `random signs are answered`() throws {
        var random = SeededGenerator(seed: 5)
        let signs = Array("ab1 29.,-+:TZW\"'`/\\()[]=<>!%&|„”«»’{}u\u{301}é漢\n\t")
        for _ in 0..<2500 {
            let count = Int.random(in: 0...30, using: &random)
            try probe(String((0..<count).map { _ in signs[Int.random(in: signs.indices, using: &random)] }))
        }
    }

    @Test func `random words are answered`() throws {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<5000 {
            let count = Int.random(in: 1...14, using: &random)
            let words = (0..<count).map { _ in vocabulary[Int.random(in: vocabulary.indices, using: &random)] }
            try probe(words.joined(separator: " "))
        }
    }

    @Test func `cut and changed filters are answered`() throws {
        var random = SeededGenerator(seed: 7)
        var filters = RandomFilters(seed: 8)
        for _ in 0..<2500 {
            var text = Array(filters.next().text.unicodeScalars)
            switch Int.random(in: 0...3, using: &random) {
            case 0: text.removeLast(Int.random(in: 0...text.count, using: &random))
            case 1: text.remove(at: Int.random(in: text.indices, using: &random))
            case 2:
                text.swapAt(Int.random(in: text.indices, using: &random), Int.random(in: text.indices, using: &random))
            default: text.insert(contentsOf: text.suffix(5), at: Int.random(in: text.indices, using: &random))
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: text)
            try probe(String(view))
        }
    }

    @Test(arguments: ["(", "not ", "as of t ", "did a where (", "did a where (not ", "a in (", "sum(", "a = "])
    func `endless nesting is answered`(piece: String) throws {
        try probe(String(repeating: piece, count: 10_000))
    }

    @Test func `nesting up to the limit is read, beyond it is answered with a place`() {
        let deepest = String(repeating: "(", count: 99) + "a exists" + String(repeating: ")", count: 99)
        #expect(throws: Never.self) { try Filter(parsing: deepest) }
        let deeper = #expect(throws: SyntaxError.self) { try Filter(parsing: "((\(deepest)))") }
        #expect(deeper?.reason == .tooDeep(limit: 100))
        #expect(deeper?.range == 100..<101)
    }

    @Test func `long texts are read in a moment`() throws {
        let count = 20_000
        let text = (0..<count).map { "t\($0) = \"x\"" }.joined(separator: " or ")
        #expect(try Filter(parsing: text).operands.count == count)
        try probe("a in (" + String(repeating: "1, ", count: count) + "2")
        try probe(String(repeating: "x ", count: count))
        try probe("did a" + String(repeating: " then b within 2 days", count: count))
        try probe("a = " + String(repeating: "b ", count: count) + "and \"")
    }
}

private let vocabulary =
    """
    and or not as of everyone did anything where at least most exactly less more than times time between then same within last \
    next first in before after on ago hour hours day days week weeks month months year years calendar exists missing contains \
    starts ends with matches has any all anniversary segment entered left cohort stopped restarted sum average min max count \
    distinct rfm.recency rfm.x rfm .recency groups fixed frequency monetary revenue net gross lifecycle by score probability ltv net_revenue p_alive expected_purchases reached dropped open \
    step funnel reachable consents to for sample salt true false ( ) ( ) , = != < <= > >= % 1 2 30 -5 19.99 2026-01-01 2026-03 \
    2026-W11 2026-05-01T10:00 city purchase order.product "x" "a b" `a b` /a+/ is isn't never since until the past people who \
    email week product cart twice 30d 'x' „x” == <> && ! yesterday like null to from add-to-cart 1.2.2026 $5 number does
    """
    .split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) + ["\"a b\"", "`a b`"]
