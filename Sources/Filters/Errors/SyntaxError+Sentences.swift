extension SyntaxError: CustomStringConvertible {
    /// What is wrong, as one plain sentence.
    public var description: String {
        switch reason {
        case .nothingWritten: "Nothing is written; ‘everyone’ stands for all profiles."
        case .unexpected("", let expected): "The text ends where \(expected.rawValue) is awaited."
        case .unexpected(let found, let expected): "‘\(found)’ stands where \(expected.rawValue) is awaited."
        case .missing(let word, ""): "The text ends where ‘\(word)’ is awaited."
        case .missing(let word, let found): "‘\(found)’ stands where ‘\(word)’ is awaited."
        case .character(let character): "‘\(character)’ is no sign of the filter language."
        case .unclosed(.text): "The text is never closed with a double quote."
        case .unclosed(.name): "The name is never closed with a backtick."
        case .unclosed(.pattern): "The pattern is never closed with a slash."
        case .unclosed(.bracket): "The bracket is never closed."
        case .strayBracket: "Nothing opens the bracket that closes here."
        case .escape(let text): "‘\(text)’ means nothing inside quotes; a backslash itself is written twice."
        case .emptyName: "A name has at least one character."
        case .hyphenatedName: "A name with a hyphen stands in backticks."
        case .reserved(let word): "‘\(word)’ is a word of the filter language; as a name it stands in backticks."
        case .wrongQuotes: "Text stands in plain double quotes."
        case .number(let text): "‘\(text)’ is no number as it is written here."
        case .numberTooLong: "The number has more digits than can be kept exactly."
        case .decimalComma: "Decimals follow a point, not a comma."
        case .currency: "An amount stands alone, in the currency of the workspace."
        case .date(let text): "‘\(text)’ is no date; a date is written as 2026-01-31, with a time as 2026-01-31T10:00."
        case .dayWord(let word): "‘\(word)’ is no point in time here; write a date, or how long ago."
        case .outside(let what, let range):
            "The \(what) must be a whole number from \(range.lowerBound) to \(range.upperBound)."
        case .sampleShare: "A sample is 0 to 100 percent, with at most two decimals."
        case .pattern(let fault): fault.description
        case .tooDeep(let limit): "Conditions are nested more than \(limit) deep."
        case .saidAs(let said, let written): "‘\(said)’ is written ‘\(written)’ here."
        case .unneeded(let said): "‘\(said)’ is not needed."
        case .wording(let wording): wording.description
        }
    }
}

extension SyntaxError.Wording: CustomStringConvertible {
    /// What the grammar asks instead, as one plain sentence.
    public var description: String {
        switch self {
        case .countAfterDidNot: "‘did not’ takes no count; the whole of it is negated instead."
        case .calendarUnit(let count, let unit): calendarUnitSentence(count, unit)
        case .withinWithoutLast: "‘within’ says which way: ‘within last’ looks back, ‘within next’ looks ahead."
        case .unquotedText: "Text stands in double quotes."
        case .unquotedName: "A name with blanks stands in backticks."
        case .momentBySign(let said): "‘\(said)’ could mean later or longer ago; say ‘after’ or ‘before’."
        case .unitAfterNumber: "A value has no unit; a length of time ends in ‘ago’."
        case .percent: "A value has no percent sign; probabilities go from 0 to 1."
        case .bareTrait(let name): "A trait alone is no condition; ‘\(name)’ needs a comparison."
        case .missingDid: "What people did begins with ‘did’."
        case .bareCount(let count): "‘\(count) times’ could be the least or the exact number; say which."
        case .missingTimes: "A count ends in ‘times’."
        case .reversedBounds: "The smaller number stands first."
        case .clauseOrder: "After an event stand ‘where’, the count and the time, each once and in this order."
        case .severalValues: "Several values stand in brackets after ‘in’."
        case .reversedComparison: "The trait stands first, then the comparison and the value."
        case .missingJoint: "Between two conditions stands ‘and’ or ‘or’."
        case .trailingJoint(let word): "No condition follows ‘\(word)’."
        case .leadingJoint(let word): "No condition stands before ‘\(word)’."
        case .whereWithoutBrackets: "Several conditions on an event stand in brackets after ‘where’."
        case .countInSequence: "An event followed by ‘then’ is not counted."
        case .negatedSequence: "A sequence begins with ‘did’; the whole of it can be negated."
        case .anythingNotHere: "One event must be named here; ‘anything’ stands only after ‘did’."
        case .trailingTime: "The time of a sequence of several steps stands after its first event."
        case .futureEvent: "‘within next’ is for date traits; events lie in the past."
        case .missingProperty(let function):
            "‘\(function)’ needs a property of the event, as in \(function)(purchase.revenue)."
        case .dottedEvent: "One dot separates event and property; a name that has a dot itself stands in backticks."
        case .lifecycleOnlyEquals: "A lifecycle stage is compared with ‘=’ only."
        case .timelessMeasure: "A figure is compared with a value, not with a time."
        case .variantAfterPart: "What the report is stands before the dot, as in rfm(groups 7).recency."
        case .repeatedTerm: "Each term of ‘rfm(…)’ is said once; fixed borders say the number of groups too."
        case .bordersAreNumbers: "Borders are numbers."
        case .wholeBorders: "Days and purchases have whole numbers as borders."
        case .unevenBorders(let count): "Every axis has as many borders as the first: \(count)."
        case .fixedWindow: "The window of a funnel is minutes, hours, days or weeks."
        case .bordersDoNotRise: "Borders are written from the smallest to the largest, each once."
        }
    }

    private func calendarUnitSentence(_ count: Int, _ unit: String) -> String {
        let days = count * (unit == "month" ? 30 : 365)
        let plural = count == 1 ? "" : "s"
        return "‘\(count) \(unit)\(plural)’ could mean \(days) days or \(count) calendar \(unit)\(plural); say which."
    }
}
