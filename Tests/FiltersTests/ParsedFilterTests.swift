import Customers
import Filters
import Testing

struct ParsedFilterTests {
    private func slice(_ parsed: ParsedFilter, _ range: Range<Int>) -> String {
        String(decoding: Array(parsed.source.utf8)[range], as: UTF8.self)
    }

    @Test func `every node has its range, in reading order`() throws {
        let parsed = try ParsedFilter("имя exists and ( not (b = 1 or as of t c = 2 ))and(d missing)")
        #expect(
            parsed.ranges.map { slice(parsed, $0) } == [
                parsed.source, "имя exists",
                "not (b = 1 or as of t c = 2 )",
                "(b = 1 or as of t c = 2 )", "b = 1", "as of t c = 2", "c = 2", "d missing",
            ])
        #expect(parsed.filter.nodes.map(\.depth) == [0, 1, 1, 2, 3, 3, 4, 1])
        #expect(parsed.range(at: [1, 0, 1, 0]).map { slice(parsed, $0) } == "c = 2")
        #expect(parsed.range(at: [7]) == nil)
    }

    @Test func `every name has its role and range, in reading order`() throws {
        let parsed = try ParsedFilter(
            """
            `a b` = 1 and did "c d" where (e = 1 and f after g) before h and sum(i.j) > 1 and count(`k l`) > 1 \
            and in segment "m" and reached step 1 of funnel "n" and score("o") > 1 and consents to email for p
            """)
        let roles: [NameUse.Role] = [
            .trait, .event, .property(event: "c d"), .property(event: "c d"), .trait, .trait, .event,
            .property(event: "i"), .event, .segment, .funnel, .score, .purpose,
        ]
        #expect(parsed.names.map(\.role) == roles)
        #expect(parsed.names.map(\.name) == ["a b", "c d", "e", "f", "g", "h", "i", "j", "k l", "m", "n", "o", "p"])
        #expect(
            parsed.names.map { slice(parsed, $0.range) } == [
                "`a b`", "\"c d\"", "e", "f", "g", "h", "i", "j", "`k l`", "\"m\"", "\"n\"", "\"o\"", "p",
            ])
        #expect(parsed.range(of: "j", as: .property(event: "i")).map { slice(parsed, $0) } == "j")
        #expect(parsed.range(of: "j", as: .trait) == nil)
    }

    @Test func `the conditions are the lines, with what belongs to each alone`() throws {
        let filter = try Filter(
            parsing: "a = 1 and not b = 1 and not (c = 1 or as of t d = 1) and as of t (e = 1 and (f = 1 or g = 1))")
        #expect(
            filter.conditions.map(\.filter.text)
                == ["a = 1", "not b = 1", "c = 1", "as of t d = 1", "e = 1", "f = 1", "g = 1"])
        #expect(filter.conditions.map(\.depth) == [0, 0, 1, 1, 1, 2, 2])
        for condition in filter.conditions { #expect(filter[condition.path] == condition.filter) }
        #expect(filter[[0, 0]] == nil)
        #expect(try Filter(parsing: "a = 1").conditions.map(\.depth) == [0])
    }

    @Test(
        arguments: [
            (removed: [[0]], left: "not (b = 1 or c = 1)"), ([[1]], "a = 1"), ([[1, 0]], "a = 1"),
            ([[1, 0, 0]], "a = 1 and not c = 1"), ([[1, 0, 0], [1, 0, 1]], "a = 1"),
            ([], "a = 1 and not (b = 1 or c = 1)"),
            ([[0], [1, 0, 0]], "not c = 1"), ([[5]], "a = 1 and not (b = 1 or c = 1)"), ([[0], [1]], nil), ([[]], nil),
        ] as [(removed: Set<[Int]>, left: String?)])
    func `what is left empty vanishes`(removed: Set<[Int]>, left: String?) throws {
        let filter = try Filter(parsing: "a = 1 and not (b = 1 or c = 1)")
        #expect(filter.removing(removed)?.text == left)
    }

    @Test(arguments: [
        Decimal(1999, 2, "19.99", 19.99, cents: 1999), Decimal(-5, 2, "-0.05", -0.05, cents: -5),
        Decimal(0, 0, "0", 0, cents: 0), Decimal(500, 0, "500", 500, cents: 50_000),
        Decimal(1500, 3, "1.5", 1.5, cents: 150), Decimal(1, 3, "0.001", 0.001, cents: nil),
        Decimal(.max, 0, "9223372036854775807", 0x1p63, cents: nil), Decimal(1, 1, "0.1", 0.1, cents: 10),
    ])
    func `a decimal gives its text, its nearest double and its minor units`(decimal: Decimal) {
        #expect(decimal.literal.description == decimal.text)
        #expect(decimal.literal.doubleValue == decimal.double)
        #expect(decimal.literal.minorUnits(digits: 2) == decimal.cents)
    }

    @Test func `dates are read and printed over all years`() throws {
        for (year, month, day) in [
            (1, 1, 1), (1600, 2, 29), (1900, 2, 28), (1969, 12, 31), (2000, 2, 29), (9999, 12, 31),
        ] {
            let digits = String(year)
            let written = String(repeating: "0", count: 4 - digits.count) + digits
            let text = "t = \(written)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
            let filter = try Filter(parsing: text)
            #expect(filter == .trait("t", .compare(.equal, .date(.day(year, month, day)))))
            #expect(filter.text == text)
        }
    }
}

struct Decimal: Sendable {
    let literal: DecimalLiteral
    let text: String
    let double: Double
    let cents: Int64?

    init(_ coefficient: Int64, _ digits: Int, _ text: String, _ double: Double, cents: Int64?) {
        literal = DecimalLiteral(coefficient: coefficient, fractionDigits: digits)
        self.text = text
        self.double = double
        self.cents = cents
    }
}
