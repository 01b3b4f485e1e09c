public import Phrases

extension SyntaxError {
    public var phrase: Phrase {
        switch reason {
        case .nothingWritten: Phrase("fault.nothing-written", "Nothing is written; ‘everyone’ stands for all profiles.")
        case .unexpected("", let expected):
            Phrase("fault.ends", "The text ends where %1 is awaited.").with(expected.phrase)
        case .unexpected(let found, let expected):
            Phrase("fault.unexpected", "‘%1’ stands where %2 is awaited.", found).with(expected.phrase)
        case .missing(let word, ""): Phrase("fault.ends.word", "The text ends where ‘%1’ is awaited.", word)
        case .missing(let word, let found): Phrase("fault.missing", "‘%1’ stands where ‘%2’ is awaited.", found, word)
        case .character(let character): Phrase("fault.character", "‘%1’ is no sign of the filter language.", character)
        case .unclosed(.text): Phrase("fault.unclosed.text", "The text is never closed with a double quote.")
        case .unclosed(.name): Phrase("fault.unclosed.name", "The name is never closed with a backtick.")
        case .unclosed(.pattern): Phrase("fault.unclosed.pattern", "The pattern is never closed with a slash.")
        case .unclosed(.bracket): Phrase("fault.unclosed.bracket", "The bracket is never closed.")
        case .strayBracket: Phrase("fault.stray-bracket", "Nothing opens the bracket that closes here.")
        case .escape(let text):
            Phrase("fault.escape", "‘%1’ means nothing inside quotes; a backslash itself is written twice.", text)
        case .emptyName: Phrase("fault.empty-name", "A name has at least one character.")
        case .hyphenatedName: Phrase("fault.hyphenated-name", "A name with a hyphen stands in backticks.")
        case .reserved(let word):
            Phrase("fault.reserved", "‘%1’ is a word of the filter language; as a name it stands in backticks.", word)
        case .wrongQuotes: Phrase("fault.wrong-quotes", "Text stands in plain double quotes.")
        case .number(let text): Phrase("fault.number", "‘%1’ is no number as it is written here.", text)
        case .numberTooLong: Phrase("fault.number-too-long", "The number has more digits than can be kept exactly.")
        case .decimalComma: Phrase("fault.decimal-comma", "Decimals follow a point, not a comma.")
        case .currency: Phrase("fault.currency", "An amount stands alone, in the currency of the workspace.")
        case .date(let text):
            Phrase(
                "fault.date", "‘%1’ is no date; a date is written as 2026-01-31, with a time as 2026-01-31T10:00.", text
            )
        case .dayWord(let word):
            Phrase("fault.day-word", "‘%1’ is no point in time here; write a date, or how long ago.", word)
        case .outside(let what, let range):
            Phrase(
                "fault.outside", "The %3 must be a whole number from %1 to %2.", "\(range.lowerBound)",
                "\(range.upperBound)"
            ).with(what.phrase)
        case .sampleShare: Phrase("fault.sample-share", "A sample is 0 to 100 percent, with at most two decimals.")
        case .pattern(let fault): fault.phrase
        case .tooDeep(let limit): Phrase("fault.too-deep", "Conditions are nested more than %1 deep.", "\(limit)")
        case .saidAs(let said, let written): Phrase("fault.said-as", "‘%1’ is written ‘%2’ here.", said, written)
        case .unneeded(let said): Phrase("fault.unneeded", "‘%1’ is not needed.", said)
        case .wording(let wording): wording.phrase
        }
    }
}

extension SyntaxError.Expectation {
    /// What is awaited, as a part of a sentence.
    public var phrase: Phrase { Phrase("awaited.\(self)", english: rawValue, arguments: []) }
}

extension SyntaxError.Figure {
    /// What the number stands for, as a part of a sentence.
    fileprivate var phrase: Phrase {
        switch self {
        case .count: Phrase("figure.count", "count")
        case .weeks: Phrase("figure.weeks", "number of weeks")
        case .groups: Phrase("figure.groups", "number of groups")
        case .borders: Phrase("figure.borders", "number of borders")
        case .step: Phrase("figure.step", "step")
        case .steps: Phrase("figure.steps", "number of steps")
        case .length: Phrase("figure.length", "length of time")
        }
    }
}
