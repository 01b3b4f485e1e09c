import Filters
import Testing

struct PrinterTests {
    @Test func `what is printed parses to the same filter`() throws {
        var filters = RandomFilters(seed: 1)
        for _ in 0..<20_000 {
            let filter = filters.next()
            let text = filter.text
            let read = try? Filter(parsing: text)
            guard read == filter else {
                Issue.record("\(text)")
                return
            }
        }
    }

    @Test func `the lines of a filter parse to the same filter`() throws {
        var filters = RandomFilters(seed: 2)
        for _ in 0..<3000 {
            let filter = filters.next()
            let text = filter.lines.joined(separator: "\n")
            try #require(try Filter(parsing: text) == filter, "\(text)")
        }
    }

    @Test func `the random filters reach every form`() {
        var filters = RandomFilters(seed: 3)
        let texts = (0..<2000).map { _ in filters.next().text }.joined(separator: "\n")
        for word in reservedWords { #expect(texts.contains(word), "\(word)") }
    }

    @Test(arguments: [
        ("(a exists)", "a exists"), ("( a exists and b exists ) or c exists", "(a exists and b exists) or c exists"),
        ("a exists and b exists or c exists", "(a exists and b exists) or c exists"),
        ("a exists and (b exists and c exists)", "a exists and (b exists and c exists)"),
        ("not (not a exists)", "not not a exists"), ("NOT(a EXISTS OR b exists)", "not (a exists or b exists)"),
        ("as of 2026-01-01 (a exists)", "as of 2026-01-01 a exists"),
        ("in segment VIP", "in segment \"VIP\""), ("\"city\" = +1.50", "city = 1.5"), ("`city`= -0", "city = 0"),
        ("did \"add\" where (a = 1) at least 1 times", "did add where a = 1 at least 1 time"),
        ("did a where not b = 1", "did a where (not b = 1)"),
        ("sum(a.b) within last 1 days > 3", "sum(a.b) > 3 within last 1 day"),
        ("did a then b within 1 days before u", "did a before u then b within 1 day"),
        ("t after 2026-05-01t10:00:00.000z", "t after 2026-05-01T10:00Z"),
        ("lifecycle of a by WEEKLY = \"New\"", "lifecycle of a by week = \"new\""), ("EveryOne", "everyone"),
    ])
    func `prints the canonical form`(source: String, text: String) throws {
        let filter = try Filter(parsing: source)
        #expect(filter.text == text)
        #expect(try Filter(parsing: filter.text) == filter)
    }

    @Test func `prints a condition a line`() throws {
        let source =
            "(a exists or did b) and not (c exists and (d = 1 or e = 2)) and as of t (f = 1 or g = 1) and not h = 1"
        #expect(
            try Filter(parsing: source).lines == [
                "(", "    a exists", "    or did b", ")", "and not (", "    c exists", "    and (", "        d = 1",
                "        or e = 2", "    )", ")", "and as of t (", "    f = 1", "    or g = 1", ")", "and not h = 1",
            ])
    }
}

private let reservedWords = [
    "everyone", "not (", "as of", " and ", " or ", "did not", "anything", "where (", "at least", "at most", "exactly",
    "less than", "more than", "between", "then not", "same product", "same cart", "within last", "within next",
    "before",
    "after", " on ", " ago", "hours", "days", "weeks", "calendar days", "calendar weeks", "calendar months",
    "calendar years",
    "exists", "missing", "contains", "starts with", "ends with", "matches", "has any", "has all", "has ",
    "anniversary of",
    "in segment", "entered segment", "left segment", "in cohort", "stopped", "restarted", "sum(", "average(", "min(",
    "max(",
    "count(", "distinct(", "rfm.recency", "rfm.frequency", "rfm.monetary", "rfm.group", "rfm(",
    "groups ", "fixed days (", "purchases (", "revenue (", "frequency days", "monetary average", "revenue gross",
    "since ",
    "lifecycle of", "score(",
    "probability(",
    "ltv", "p_alive", "net_revenue", "expected_purchases(", "reached step", "dropped at step", "open at step",
    "reachable by",
    "any cart of", "ordered cart of", "abandoned cart of", "open cart of",
    "consents to", "sample", "of last", "not in (", "first ", "last ",
]
