import Customers
import Filters
import Segmentation
import Testing

struct ExplanationTests {
    /// Nine people: three cities by three sizes.
    private let shop = SmallShop(
        ["a", "b", "c"].flatMap { city in
            (1...3).map { Person(["city": .text(city), "size": .integer(Int64($0))]) }
        })

    private func explain(_ text: String, now: () -> Duration = { .zero }) throws -> Explanation {
        try shop.evaluator.explain(ParsedFilter(text), asOf: instant("2026-05-01"), now: now)
    }

    @Test func `each line is counted alone, up to it, and without it`() throws {
        let explanation = try explain("city = \"a\" and size >= 2 and size != 3")
        #expect(explanation.count == 1)
        #expect(explanation.base == 9)
        #expect(explanation.lines.map(\.text) == ["city = \"a\"", "size >= 2", "size != 3"])
        #expect(explanation.lines.map(\.alone) == [3, 6, 6])
        #expect(explanation.lines.map(\.after) == [3, 2, 1])
        #expect(explanation.lines.map(\.without) == [3, 2, 2])
        #expect(explanation.lines.map(\.depth) == [0, 0, 0])
    }

    @Test func `a group or a not left empty vanishes`() throws {
        let explanation = try explain("city = \"a\" and not (size = 1 or size = 2)")
        #expect(explanation.count == 1)
        #expect(explanation.lines.map(\.alone) == [3, 3, 3])
        #expect(explanation.lines.map(\.after) == [3, 2, 1])
        #expect(explanation.lines.map(\.without) == [3, 2, 2])
        #expect(explanation.lines.map(\.depth) == [0, 1, 1])
        let single = try explain("not city = \"a\"")
        #expect(single.lines.map(\.text) == ["not city = \"a\""])
        #expect(single.lines.map(\.alone) == [6])
        #expect(single.lines.map(\.without) == [9])
    }

    @Test func `a line under an as of is asked at that date`() throws {
        var late = Person(["city": .text("a")])
        late.records[0].since = instant("2026-03-01").milliseconds
        let shop = SmallShop([late, Person(["city": .text("a")])])
        let explanation = try shop.evaluator.explain(
            ParsedFilter("as of 2026-02-01 (city = \"a\" and city exists)"), asOf: instant("2026-05-01")
        ) { .zero }
        #expect(explanation.lines.map(\.alone) == [1, 1])
        #expect(explanation.base == 2)
        #expect(explanation.lines.map(\.without) == [1, 1])
    }

    @Test func `everyone is one line`() throws {
        let explanation = try explain("everyone")
        #expect(explanation.count == 9)
        #expect(explanation.lines.map(\.alone) == [9])
    }

    @Test func `times are those of the clock that is handed in`() throws {
        var seconds = 0
        let explanation = try explain("city = \"a\" and size = 1") {
            seconds += 1
            return .seconds(seconds * seconds)
        }
        #expect(explanation.lines.map(\.time) == [.seconds(3), .seconds(7)])
    }
}
