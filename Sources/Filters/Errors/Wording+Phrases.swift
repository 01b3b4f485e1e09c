import Phrases

extension SyntaxError.Wording {
    /// What the grammar asks instead, as one plain sentence.
    var phrase: Phrase {
        switch self {
        case .countAfterDidNot:
            Phrase("fault.count-after-did-not", "‘did not’ takes no count; the whole of it is negated instead.")
        case .calendarUnit(let count, let unit): calendarUnit(count, unit)
        case .withinWithoutLast:
            Phrase(
                "fault.within-without-last",
                "‘within’ says which way: ‘within last’ looks back, ‘within next’ looks ahead.")
        case .unquotedText: Phrase("fault.unquoted-text", "Text stands in double quotes.")
        case .unquotedName: Phrase("fault.unquoted-name", "A name with blanks stands in backticks.")
        case .momentBySign(let said):
            Phrase("fault.moment-by-sign", "‘%1’ could mean later or longer ago; say ‘after’ or ‘before’.", said)
        case .unitAfterNumber: Phrase("fault.unit-after-number", "A value has no unit; a length of time ends in ‘ago’.")
        case .percent: Phrase("fault.percent", "A value has no percent sign; probabilities go from 0 to 1.")
        case .bareTrait(let name):
            Phrase("fault.bare-trait", "A trait alone is no condition; ‘%1’ needs a comparison.", name)
        case .missingDid: Phrase("fault.missing-did", "What people did begins with ‘did’.")
        case .bareCount(let count):
            Phrase("fault.bare-count", "‘%1 times’ could be the least or the exact number; say which.", "\(count)")
        case .missingTimes: Phrase("fault.missing-times", "A count ends in ‘times’.")
        case .reversedBounds: Phrase("fault.reversed-bounds", "The smaller number stands first.")
        case .clauseOrder:
            Phrase(
                "fault.clause-order",
                "After an event stand ‘where’, the count and the time, each once and in this order.")
        case .severalValues: Phrase("fault.several-values", "Several values stand in brackets after ‘in’.")
        case .reversedComparison:
            Phrase("fault.reversed-comparison", "The trait stands first, then the comparison and the value.")
        case .missingJoint: Phrase("fault.missing-joint", "Between two conditions stands ‘and’ or ‘or’.")
        case .trailingJoint(let word): Phrase("fault.trailing-joint", "No condition follows ‘%1’.", word)
        case .leadingJoint(let word): Phrase("fault.leading-joint", "No condition stands before ‘%1’.", word)
        case .whereWithoutBrackets:
            Phrase("fault.where-without-brackets", "Several conditions on an event stand in brackets after ‘where’.")
        case .countInSequence: Phrase("fault.count-in-sequence", "An event followed by ‘then’ is not counted.")
        case .countOfCarts:
            Phrase("fault.count-of-carts", "Carts are not counted; after their event stand ‘where’ and the time.")
        case .negatedSequence:
            Phrase("fault.negated-sequence", "A sequence begins with ‘did’; the whole of it can be negated.")
        case .anythingNotHere:
            Phrase("fault.anything-not-here", "One event must be named here; ‘anything’ stands only after ‘did’.")
        case .trailingTime:
            Phrase("fault.trailing-time", "The time of a sequence of several steps stands after its first event.")
        case .futureEvent: Phrase("fault.future-event", "‘within next’ is for date traits; events lie in the past.")
        case .missingProperty(let function):
            Phrase(
                "fault.missing-property", "‘%1’ needs a property of the event, as in %1(purchase.revenue).", function)
        case .dottedEvent:
            Phrase(
                "fault.dotted-event",
                "One dot separates event and property; a name that has a dot itself stands in backticks.")
        case .lifecycleOnlyEquals: Phrase("fault.lifecycle-only-equals", "A lifecycle stage is compared with ‘=’ only.")
        case .timelessMeasure: Phrase("fault.timeless-measure", "A figure is compared with a value, not with a time.")
        case .variantAfterPart:
            Phrase("fault.variant-after-part", "What the report is stands before the dot, as in rfm(groups 7).recency.")
        case .repeatedTerm:
            Phrase(
                "fault.repeated-term", "Each term of ‘rfm(…)’ is said once; fixed borders say the number of groups too."
            )
        case .bordersAreNumbers: Phrase("fault.borders-are-numbers", "Borders are numbers.")
        case .wholeBorders: Phrase("fault.whole-borders", "Days and purchases have whole numbers as borders.")
        case .unevenBorders(let count):
            Phrase("fault.uneven-borders", "Every axis has as many borders as the first: %1.", "\(count)")
        case .fixedWindow: Phrase("fault.fixed-window", "The window of a funnel is minutes, hours, days or weeks.")
        case .bordersDoNotRise:
            Phrase("fault.borders-do-not-rise", "Borders are written from the smallest to the largest, each once.")
        }
    }

    private func calendarUnit(_ count: Int, _ unit: String) -> Phrase {
        guard unit == "month" else {
            return Phrase(
                "fault.years", one: "‘%1 year’ could mean %2 days or %1 calendar year; say which.",
                other: "‘%1 years’ could mean %2 days or %1 calendar years; say which.", count: count,
                "\(count)", "\(count * 365)")
        }
        return Phrase(
            "fault.months", one: "‘%1 month’ could mean %2 days or %1 calendar month; say which.",
            other: "‘%1 months’ could mean %2 days or %1 calendar months; say which.", count: count,
            "\(count)", "\(count * 30)")
    }
}
