/// Why a text is no filter, where, and what to write instead.
///
/// `city = Krakow` gives the reason `unquotedText`, the range of `Krakow` and the fix `"Krakow"`.
public struct SyntaxError: Error, Hashable, Sendable {
    public let reason: Reason
    /// UTF-8 offsets into the source; empty at its end where something is missing.
    public let range: Range<Int>
    /// The forms that work, the likeliest first; empty where none can be told from the text.
    public let fixes: [Fix]

    /// The likeliest form that works.
    public var fix: Fix? { fixes.first }

    public init(_ reason: Reason, at range: Range<Int>, fixes: [Fix] = []) {
        self.reason = reason
        self.range = range
        self.fixes = fixes
    }
}

extension SyntaxError {
    /// What is wrong, as facts.
    public enum Reason: Hashable, Sendable {
        /// The text is empty.
        case nothingWritten
        /// Something stands where something else is awaited; an empty `found` is the end of the text.
        case unexpected(found: String, expected: Expectation)
        /// A word of a form is left out; an empty `before` is the end of the text.
        case missing(String, before: String)
        /// A character that the language does not use.
        case character(String)
        /// A quote or bracket that is never closed.
        case unclosed(Enclosure)
        /// A closing bracket that nothing opened.
        case strayBracket
        /// `\x` in a text.
        case escape(String)
        case emptyName
        /// `add-to-cart` without backticks.
        case hyphenatedName(String)
        /// A word of the language where a name is awaited.
        case reserved(String)
        /// Quotes that are not `"`.
        case wrongQuotes(String)
        /// `30d`, `.5`
        case number(String)
        case numberTooLong(String)
        /// `19,99`
        case decimalComma(String)
        /// `$500`
        case currency
        /// A date that the calendar does not have, or in another form.
        case date(String)
        /// `yesterday`
        case dayWord(String)
        /// A number outside what the form takes.
        case outside(Figure, ClosedRange<Int>)
        /// A share of a sample that is no percentage of at most two decimals.
        case sampleShare
        case pattern(PatternFault)
        /// More nesting than any filter needs.
        case tooDeep(limit: Int)
        /// A form that other languages or speech have: what was said, and how it is written.
        case saidAs(String, String)
        /// Words that speech has and the language does without.
        case unneeded(String)
        /// Something else that speech would allow and the grammar does not.
        case wording(Wording)
    }

    /// What a whole number stands for.
    public enum Figure: Hashable, Sendable, CaseIterable {
        case count, weeks, groups, borders, step, steps, length
    }

    /// What can be left open.
    public enum Enclosure: String, Hashable, Sendable {
        case text, name, pattern, bracket
    }

    /// What is awaited at a place.
    public enum Expectation: String, Hashable, Sendable, CaseIterable {
        case condition = "a condition"
        case joint = "‘and’, ‘or’ or the end"
        case test = "a comparison such as ‘=’, ‘in’ or ‘exists’"
        case literal = "a value"
        case text = "a text in double quotes"
        case number = "a number"
        case name = "a name"
        case event = "the name of an event"
        case property = "the name of a property"
        case segment = "the name of a segment in double quotes"
        case count = "a whole number of times"
        case time = "a time such as ‘within last 30 days’"
        case point = "a date, ‘30 days ago’ or the name of a time trait"
        case span = "a length of time such as ‘30 days’"
        case unit = "‘hours’, ‘days’, ‘weeks’ or ‘calendar months’"
        case list = "values in brackets, separated by commas"
        case openBracket = "an opening bracket"
        case closeBracket = "a closing bracket"
        case pattern = "a pattern between slashes, /…/"
        case period = "‘day’, ‘week’ or ‘month’"
        case cohort = "a day, week or month such as 2026-03"
        case stage = "\"new\", \"returning\", \"resurrected\" or \"dormant\""
        case channel = "‘email’, ‘sms’ or ‘push’"
        case measure = "‘recency’, ‘frequency’, ‘monetary’ or ‘group’"
        case variant = "‘groups’, ‘fixed’, ‘rule’, ‘frequency’, ‘monetary’, ‘revenue’ or ‘since’"
        case variantEnd = "a comma or the closing bracket of ‘rfm(…)’"
        case rule = "‘share’, ‘ntile’ or ‘percentile’"
        case frequency = "‘orders’ or ‘days’"
        case monetary = "‘sum’ or ‘average’"
        case revenue = "‘net’ or ‘gross’"
        case start = "a date or ‘90 days ago’"
        case next = "‘within next’ and a length of time"
        case stepTime = "‘within’ and a length of time"
        case last = "‘within last’ and a length of time"
        case join = "‘product’ or ‘cart’"
        case funnel = "the name of a funnel in double quotes, or its steps in brackets"
        case funnelEnd = "‘then’, ‘without’, ‘until’, ‘within’ or the closing bracket"
        case word = "another word"
    }
}

extension SyntaxError {
    /// A form that speech would allow and the grammar does not.
    public enum Wording: Hashable, Sendable {
        /// `did not order at least 2 times`
        case countAfterDidNot
        /// `3 months`
        case calendarUnit(Int, String)
        /// `within 30 days`
        case withinWithoutLast
        /// `city = Krakow`
        case unquotedText(String)
        /// `date of birth = 1980-01-01`
        case unquotedName(String)
        /// `subscribed_at > 30 days ago`
        case momentBySign(String)
        /// `> 30 days`
        case unitAfterNumber(String)
        /// `> 30%`
        case percent
        /// `email_consent`
        case bareTrait(String)
        /// `purchase at least 2 times`
        case missingDid(String)
        /// `did purchase 2 times`
        case bareCount(Int)
        /// `at least 2`
        case missingTimes
        /// `between 5 and 2 times`
        case reversedBounds
        /// Where, count and time in another order, or twice.
        case clauseOrder
        /// `city = "a", "b"`, `city = "a" or "b"`
        case severalValues
        /// `30 < age`
        case reversedComparison
        /// Two conditions side by side.
        case missingJoint
        /// `and` or `or` with nothing after it.
        case trailingJoint(String)
        /// A joint with no condition before it.
        case leadingJoint(String)
        /// `did a where b = 1 and c = 2 at least 2 times`
        case whereWithoutBrackets
        /// `did purchase at least 2 times then …`
        case countInSequence
        /// `any cart of add_to_cart at least 2 times`
        case countOfCarts
        /// `did not A then B`
        case negatedSequence
        /// `anything` where one event must be named.
        case anythingNotHere
        /// A time after the last of three or more steps.
        case trailingTime
        /// `within next` for an event.
        case futureEvent
        /// `sum(purchase)`
        case missingProperty(String)
        /// `sum(cart.add.price)`
        case dottedEvent
        /// `lifecycle … != "dormant"`
        case lifecycleOnlyEquals
        /// A time where a figure is compared.
        case timelessMeasure
        /// `rfm.recency(groups 7)`
        case variantAfterPart
        /// `rfm(groups 7, groups 5)`, `rfm(groups 7, fixed …)`
        case repeatedTerm
        /// `fixed days ("a")`
        case bordersAreNumbers
        /// `fixed days (1.5)`
        case wholeBorders
        /// Fixed borders that are more or fewer than those of the axis before.
        case unevenBorders(Int)
        /// `fixed days (90, 30)`
        case bordersDoNotRise
        /// `(a then b within 1 calendar month)`
        case fixedWindow
    }
}
