import Customers

/// A word, sign or phrase that the language itself has, wherever it may stand.
struct Piece {
    let text: String
    let kind: Candidate.Kind
    /// What typing finds it by.
    let key: SearchKey
    /// How many tokens it has.
    let tokens: Int
    /// The types of values that a test fits; nil for what is no test.
    let types: Set<ValueType>?
    let tier: Int

    private init(_ text: String, _ kind: Candidate.Kind, types: Set<ValueType>? = nil, tier: Int = 1) {
        self.text = text
        self.kind = kind
        self.types = types
        self.tier = tier
        key = SearchKey(text)
        tokens = Lexer.tokens(of: text).count - 1
    }

    /// All there are; whether one may stand at a place is asked of the parser.
    static let all: [Piece] = {
        let rare = phrases + functions + measures + closed + signs
        return tests + common.map { Piece($0, .word) } + units.map { Piece($0, .unit) }
            + (rare + reports).map { Piece($0, .word, tier: 3) } + words
    }()

    /// Tests of a value, and the types that they fit.
    private static let tests: [Piece] = {
        let all = Set(ValueType.allCases)
        let times: Set<ValueType> = [.date, .timestamp]
        let ordered = all.subtracting([.list, .boolean])
        let equal = all.subtracting([.list])
        let table: [(String, Set<ValueType>)] = [
            ("=", equal), ("!=", equal), ("in (", equal), ("not in (", equal),
            (">=", ordered), ("<=", ordered), (">", ordered), ("<", ordered), ("between", ordered),
            ("contains", [.text]), ("starts with", [.text]), ("ends with", [.text]), ("exactly", [.text]),
            ("matches", [.text]), ("has", [.list]), ("has any (", [.list]), ("has all (", [.list]),
            ("within last", times), ("within next", times), ("before", times), ("after", times), ("on", times),
            ("exists", all), ("missing", all),
        ]
        return table.map { Piece($0.0, .test, types: $0.1, tier: 0) }
    }()

    /// The first words of tests: where a test must stand, they are nothing else.
    static let testOpenings = Set(tests.map { $0.opening ?? $0.text[...] })

    /// Words that the most filters use.
    private static let common = [
        "where", "at least", "within last", "and", "or", ")", ",", "did", "did not", "in segment",
    ]

    private static let units: [String] = {
        let spans = ["7 days", "30 days", "90 days", "365 days", "1 calendar month", "12 calendar months"]
        let counts = ["1 time", "2 times", "3 times", "times", "time"]
        let plain = [
            "days", "day", "weeks", "week", "hours", "hour", "minutes", "minute", "months", "month", "years", "year",
        ]
        let calendar = Span.Unit.allCases.map(\.rawValue).filter { $0.contains(" ") }
        return spans + spans.map { $0 + " ago" } + counts + plain + calendar + calendar.map { String($0.dropLast()) }
    }()

    private static let phrases = [
        "not", "not in segment", "at most", "less than", "more than", "exactly", "as of", "in cohort", "in at least",
        "anniversary of", "lifecycle of", "entered segment", "left segment", "reachable by", "consents to",
        "any cart of", "ordered cart of", "abandoned cart of", "open cart of",
        "reached step", "dropped at step", "open at step", "at step", "of funnel", "of funnel (", "of funnel (first",
        "of funnel strict (",
        "of funnel any order (", "strict (", "any order (", "without", "until", "within any time", "of last", "then",
        "then not",
        "same product", "same cart",
    ]

    private static let functions =
        Aggregate.Function.allCases.map { $0.rawValue + "(" } + ["score(", "probability(", "expected_purchases("]

    private static let measures = [Measure.recency, .frequency, .monetary, .group].map(\.text)

    /// Which report by recency, frequency and monetary scores is meant, between the brackets of `rfm(…)`.
    private static let reports = [
        "rfm(", "groups", "fixed days", "purchases", "revenue", "frequency days", "frequency orders",
        "rule ntile", "rule percentile", "rule share", "ntile", "percentile", "share", "monetary average",
        "monetary sum", "revenue gross", "revenue net", "orders", "average", "sum", "gross", "net",
        "since",
    ]

    private static let closed = Channel.allCases.map(\.rawValue) + ["product", "cart"]

    private static let signs = ["(", "=", "%"]

    /// The other reserved words, one by one.
    private static let words: [Piece] = {
        let known = Set((tests.map(\.text) + common + units + phrases))
        let others = Keyword.allCases.filter { $0 != .true && $0 != .false && !known.contains($0.rawValue) }
        return others.map { Piece($0.rawValue, .word, tier: 3) }
    }()

    /// The first word of a phrase; nil for a single word.
    var opening: Substring? {
        let first = text.prefix { $0 != " " && $0 != "(" }
        return first.count == text.count || first.isEmpty ? nil : first
    }
}
