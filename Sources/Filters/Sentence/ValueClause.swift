import Phrases

extension ValueTest {
    /// The test after the name of its value: `is 30 or more`.
    var phrase: Phrase {
        switch self {
        case .compare(.unequal, let value): Phrase("sentence.isnot", "is not %1").with(value.phrase)
        case .compare(let comparison, let value): Phrase("sentence.is", "is %1").with(comparison.phrase(value))
        case .between(let lower, let upper):
            Phrase("sentence.is.between", "is from %1 to %2").with(lower.phrase, upper.phrase)
        case .isIn(let values): Phrase("sentence.is", "is %1").with(values.listed(by: .or))
        case .isNotIn(let values): Phrase("sentence.isnot", "is not %1").with(values.listed(by: .or))
        case .exists: Phrase("sentence.known", "is known")
        case .missing: Phrase("sentence.unknown", "is not known")
        case .contains(let text): Phrase("sentence.contains", "contains “%1”", text)
        case .startsWith(let text): Phrase("sentence.starts", "starts with “%1”", text)
        case .endsWith(let text): Phrase("sentence.ends", "ends with “%1”", text)
        case .exactly(let text): Phrase("sentence.is.exactly", "is exactly “%1”", text)
        case .matches(let pattern): Phrase("sentence.matches", "matches %1", printed(pattern: pattern))
        case .has(let value): Phrase("sentence.has", "has %1").with(value.phrase)
        case .hasAny(let values): Phrase("sentence.has", "has %1").with(values.listed(by: .or))
        case .hasAll(let values): Phrase("sentence.has", "has %1").with(values.listed(by: .and))
        case .time(let time): Phrase("sentence.is.time", "is %1").with(time.phrase)
        case .withinNext(let span): Phrase("sentence.is.next", "is in the next %1").with(span.phrase)
        }
    }
}

extension Comparison {
    /// A value compared: `30 or more`.
    func phrase(_ value: Literal) -> Phrase {
        let text = value.phrase
        return switch self {
        case .equal: text
        case .unequal: Phrase("sentence.not", "not %1").with(text)
        case .less where value.isMoment: Phrase("sentence.before", "before %1").with(text)
        case .less: Phrase("sentence.less", "less than %1").with(text)
        case .atMost where value.isMoment: Phrase("sentence.orbefore", "%1 or before").with(text)
        case .atMost: Phrase("sentence.orless", "%1 or less").with(text)
        case .greater where value.isMoment: Phrase("sentence.after", "after %1").with(text)
        case .greater: Phrase("sentence.more", "more than %1").with(text)
        case .atLeast where value.isMoment: Phrase("sentence.orlater", "%1 or later").with(text)
        case .atLeast: Phrase("sentence.ormore", "%1 or more").with(text)
        }
    }
}

extension Literal {
    fileprivate var isMoment: Bool {
        switch self {
        case .date, .instant: true
        case .text, .number, .boolean: false
        }
    }

    /// The value as it is read: a text without quotes where it is plain words.
    var phrase: Phrase {
        switch self {
        case .text(let text):
            Phrase(
                verbatim: !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
                    ? text : "“\(text)”")
        case .number(let number): Phrase(verbatim: number.description)
        case .boolean(let isTrue): isTrue ? Phrase("sentence.true", "true") : Phrase("sentence.false", "false")
        case .date(let date): date.phrase
        case .instant(let instant): instant.phrase
        }
    }
}

extension [Literal] {
    /// Such as `a, b or c`.
    func listed(by form: Phrase) -> Phrase { map(\.phrase).listed(by: form) }
}

/// A name as it is said: `add_to_cart` is ‘add to cart’.
func spoken(_ name: String) -> String {
    String(name.map { $0 == "_" ? " " : $0 })
}
