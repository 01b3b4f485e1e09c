import Customers

extension Parser {
    /// A name: a bare word, one in backticks, or one in double quotes.
    mutating func name(_ expectation: SyntaxError.Expectation, as role: NameUse.Role) throws(SyntaxError) -> String {
        let range = token.range
        let name: String
        switch token.kind {
        case .word(let word) where keyword == nil:
            guard !word.lowercased().hasPrefix("rfm.") else { throw reserved() }
            name = word
        case .word: throw reserved()
        case .name(let quoted): name = quoted
        case .text(let text):
            guard !text.isEmpty else { throw SyntaxError(.emptyName, at: range) }
            name = text
        default: throw unexpected(expectation)
        }
        advance()
        names.append(NameUse(name: name, role: role, range: range))
        return name
    }

    func reserved() -> SyntaxError {
        SyntaxError(.reserved(found), at: token.range, fixes: [Fix(token.range, "`\(found)`")])
    }

    /// `purchase`, but not `anything`.
    mutating func oneEvent() throws(SyntaxError) -> String {
        if keyword == .anything { throw wording(.anythingNotHere, at: token.range) }
        return try name(.event, as: .event)
    }

    /// The name of a saved segment.
    mutating func segment() throws(SyntaxError) -> String {
        guard let run = wordRun(from: position), token.keyword == nil else { return try name(.segment, as: .segment) }
        guard run.count > 1, !spoken([.within, .before, .after, .on, .between], at: position + 1) else {
            return try name(.segment, as: .segment)
        }
        let range = range(from: run.lowerBound, to: run.upperBound)
        throw wording(.unquotedText(slice(range)), at: range, fixes: [Fix(range, quoted(text: slice(range)))])
    }

    private func spoken(_ keywords: [Keyword], at index: Int) -> Bool {
        token(at: index).keyword.map(keywords.contains) ?? false
    }

    /// A whole number in a range.
    mutating func integer(
        _ what: SyntaxError.Figure, in range: ClosedRange<Int>, _ expectation: SyntaxError.Expectation = .number
    ) throws(SyntaxError) -> Int {
        guard case .number(let number) = token.kind else {
            throw unexpected(expectation, fixes: spokenNumber(token).map { [String($0)] } ?? [])
        }
        guard number.fractionDigits == 0, let value = Int(exactly: number.coefficient), range.contains(value) else {
            throw SyntaxError(.outside(what, range), at: token.range)
        }
        advance()
        return value
    }

    /// A text in double quotes.
    mutating func text() throws(SyntaxError) -> String {
        guard case .text(let text) = token.kind else { throw unquoted() ?? unexpected(.text) }
        trace.value = token.range
        advance()
        return text
    }

    /// Reads `email`, `sms`, `push`.
    mutating func channel() throws(SyntaxError) -> Channel {
        guard let word = token.spoken, let channel = Channel(rawValue: word) else {
            let nearest = nearestNames(to: found, among: Channel.allCases.map(\.rawValue), limit: 1)
            throw unexpected(.channel, fixes: nearest)
        }
        advance()
        return channel
    }
}

/// The number that a word says: `two` and `twice` are 2.
func spokenNumber(_ token: Token) -> Int? {
    token.spoken.flatMap { numberWords[$0] }
}

private let numberWords = [
    "once": 1, "twice": 2, "thrice": 3, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
    "hundred": 100, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a": 1, "an": 1,
]
