extension Parser {
    /// Whether a count stands at the place, and not a length of time that begins alike.
    var startsCount: Bool {
        switch (keyword, token(1).keyword) {
        case (.at, .least), (.at, .most), (.less, .than), (.more, .than): !startsSpan(at: position + 2)
        case (.exactly, _): !startsSpan(at: position + 1)
        case (.between, _): isNumber(token(1)) && !startsSpan(at: position + 1)
        default: false
        }
    }

    /// Reads `at least 2 times`, `between 2 and 5 times`.
    mutating func count() throws(SyntaxError) -> Count {
        let start = position
        switch keyword {
        case .at:
            let isLeast = token(1).keyword == .least
            position += 2
            let number = try times(from: start)
            return isLeast ? .atLeast(number) : .atMost(number)
        case .less:
            position += 2
            return .lessThan(try times(from: start))
        case .more:
            position += 2
            return .moreThan(try times(from: start))
        case .between:
            return try betweenTimes()
        default:
            advance()
            return .exactly(try times(from: start))
        }
    }

    private mutating func betweenTimes() throws(SyntaxError) -> Count {
        let start = position
        advance()
        let lower = try integer(.count, in: counts, .count)
        try expect(.and)
        let upper = try times(from: start)
        guard lower <= upper else {
            let range = range(from: start)
            throw wording(.reversedBounds, at: range, fixes: [Fix(range, Count.between(upper, lower).text)])
        }
        return .between(lower, upper)
    }

    /// Reads `2 times`.
    private mutating func times(from start: Int) throws(SyntaxError) -> Int {
        if let number = spokenNumber(token) { throw spokenTimes(number, from: start) }
        let number = try integer(.count, in: counts, .count)
        guard accept(.times) || acceptTime() else { throw timesExpected(number) }
        return number
    }

    private mutating func acceptTime() -> Bool {
        guard token.spoken == "time" else { return false }
        advance()
        return true
    }
}

private let counts = 0...1_000_000_000
