import Customers

/// A word, sign or value of a filter's text.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// `city`, `purchase.revenue`: not in quotes, possibly reserved
        case word(String)
        /// `` `date of birth` ``
        case name(String)
        /// `"Kraków"`
        case text(String)
        /// `-19.99`
        case number(DecimalLiteral)
        /// `2026-01-31`
        case date(CivilDate)
        /// `2026-01-31T10:00`
        case instant(LocalInstant)
        /// `2026-03`
        case month(year: Int, month: Int)
        /// `2026-W11`
        case week(year: Int, week: Int)
        /// `/a+/`
        case pattern(String)
        case sign(Sign)
        /// `isn't`: no name, but worth an answer
        case contraction(String)
        /// What cannot be read, with the answer to give where the parser stumbles over it.
        case invalid(SyntaxError.Reason, [Fix])
        case end
    }

    enum Sign: String, Hashable, Sendable {
        case equal = "="
        case unequal = "!="
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="
        case openBracket = "("
        case closeBracket = ")"
        case comma = ","
        case percent = "%"

        /// The comparison that the sign writes, if it writes one.
        var comparison: Comparison? { Comparison(rawValue: rawValue) }
    }

    let kind: Kind
    /// The reserved word, where it is one.
    let keyword: Keyword?
    /// UTF-8 offsets into the source.
    let range: Range<Int>

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
        if case .word(let word) = kind { keyword = Keyword(word: word) } else { keyword = nil }
    }

    /// A bare word or contraction in lower case, for matching what people say.
    var spoken: String? {
        switch kind {
        case .word(let word): word.lowercased()
        case .contraction(let word): word.lowercased()
        default: nil
        }
    }

    /// Whether the token is a value: a text, number, truth value, date or instant.
    var isLiteral: Bool {
        switch kind {
        case .text, .number, .date, .instant: true
        case .word: keyword == .true || keyword == .false
        default: false
        }
    }

    /// A word that is not reserved and could be a name.
    var plainWord: String? {
        if case .word(let word) = kind, keyword == nil { word } else { nil }
    }
}
