// What people write around numbers, and the form that works.
extension Parser {
    /// An answer to what touches a number that was just read: `30-40`, `1 000`, `500 zł`, `30 years`; nil for anything else.
    func afterNumber() -> SyntaxError? {
        guard position > 0, isNumber(token(at: position - 1)) else { return nil }
        let number = token(at: position - 1)
        if let upper = glued(to: number) {
            let range = number.range.lowerBound..<token.range.upperBound
            let start =
                isComparison(token(at: position - 2)) ? token(at: position - 2).range.lowerBound : range.lowerBound
            let form = "between \(slice(number.range)) and \(upper)"
            return SyntaxError(.saidAs(slice(range), form), at: range, fixes: [Fix(start..<range.upperBound, form)])
        }
        if case .number = token.kind, found.count == 3, found.allSatisfy(\.isNumber) {
            let range = number.range.lowerBound..<token.range.upperBound
            return SyntaxError(.number(slice(range)), at: range, fixes: [Fix(range, slice(number.range) + found)])
        }
        if currencies.contains(token.spoken ?? "") || token.isCurrencySign {
            return SyntaxError(
                .currency, at: token.range, fixes: [Fix(number.range.upperBound..<token.range.upperBound, "")])
        }
        if isUnit(token) || token.spoken == "old" {
            let end = token(1).spoken == "old" ? token(1).range.upperBound : token.range.upperBound
            let fix = Fix(number.range.upperBound..<end, "")
            return wording(.unitAfterNumber(found), at: token.range, fixes: [fix])
        }
        return nil
    }

    /// The upper number of `30-40`, where the lower one was just read.
    func glued(to number: Token) -> String? {
        guard case .number(let upper) = token.kind, upper.coefficient < 0, found.hasPrefix("-"),
            token.range.lowerBound == number.range.upperBound
        else { return nil }
        return String(found.dropFirst())
    }

    /// `purchase > 3 times`, after the number.
    func timesAnswer(_ comparison: Comparison, of subject: Int) -> SyntaxError? {
        guard keyword == .times || token.spoken == "time", let word = token(at: subject).plainWord else { return nil }
        let forms: [Comparison: String] = [
            .greater: "more than", .atLeast: "at least", .less: "less than", .atMost: "at most", .equal: "exactly",
        ]
        guard let form = forms[comparison] else { return nil }
        let range = range(from: subject, to: position + 1)
        let count = slice(token(at: position - 1).range)
        return wording(
            .missingDid(word), at: range, fixes: [Fix(range, "did \(meantEvent(word)) \(form) \(count) times")])
    }

    /// `did purchase 2 or more times`, `2-5 times`, `3+ times`, at the number.
    func openCount() -> SyntaxError? {
        guard case .number(let number) = token.kind, number.fractionDigits == 0 else { return nil }
        var end = position + 1
        let form: String
        if let phrase = firstPhrase(["or more", "and more", "or over"], at: end) {
            (form, end) = ("at least \(number)", phrase.end)
        } else if let phrase = firstPhrase(["or less", "or fewer"], at: end) {
            (form, end) = ("at most \(number)", phrase.end)
        } else if case .invalid(.character("+"), _) = token(1).kind {
            (form, end) = ("at least \(number)", end + 1)
        } else if case .number(let upper) = token(1).kind, token(1).range.lowerBound == token.range.upperBound,
            upper.coefficient < 0
        {
            (form, end) = ("between \(number) and \(slice(token(1).range).dropFirst())", end + 1)
        } else {
            return nil
        }
        let hasTimes = token(at: end).keyword == .times
        return replacing(position, end + (hasTimes ? 1 : 0), by: form + " times")
    }
}

extension Token {
    fileprivate var isCurrencySign: Bool {
        if case .invalid(.currency, _) = kind { true } else { false }
    }
}

private let currencies: Set<String> = [
    "zł", "zl", "pln", "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pounds", "rub", "руб", "рублей",
    "uah",
    "czk", "chf",
]
