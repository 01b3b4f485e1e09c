extension Lexer {
    /// `30`, `-19.99`, and the dates, which begin with four digits and a hyphen.
    mutating func number() -> Token.Kind {
        let start = position
        if peek()?.isDigit == false { position += 1 }
        let digits = position
        skip(while: \.isDigit)
        let count = position - digits
        if digits == start, count == 4, peek() == "-" { return date(from: start) }
        if digits == start, let foreign = foreignDate(from: start) { return foreign }
        if peek() == ".", peek(1)?.isDigit == true {
            position += 1
            skip(while: \.isDigit)
        }
        guard !continuesWord(at: 0), !(peek() == "." && continuesWord(at: 1)) else {
            return numberWithTail(from: start)
        }
        if peek() == ",", count <= 15, isDecimalComma(from: start) { return decimalComma(from: start) }
        guard let literal = DecimalLiteral(written: text(from: start)) else {
            return invalid(.numberTooLong(text(from: start)), from: start)
        }
        return .number(literal)
    }

    /// Reads `.5`.
    mutating func pointNumber() -> Token.Kind {
        let start = position
        position += 1
        skip(while: \.isDigit)
        return invalid(.number(text(from: start)), from: start, fixes: ["0" + text(from: start)])
    }

    /// `$500`: the amount stands alone.
    mutating func currency() -> Token.Kind {
        let start = position
        position += 1
        let digits = position
        skip { $0.isDigit || $0 == "." }
        let amount = text(from: digits)
        let isNumber = DecimalLiteral(written: amount) != nil
        return invalid(.currency, from: start, fixes: isNumber ? [amount] : [])
    }

    /// Reads `30d`, `2nd_visit`, `1.2.3`.
    private mutating func numberWithTail(from start: Int) -> Token.Kind {
        let tail = position
        skip { $0.continuesWord || $0 == "." }
        while position > tail, scalars[position - 1] == "." { position -= 1 }
        let number = scalars[start..<tail].map(String.init).joined()
        let letters = text(from: tail).lowercased()
        let whole = text(from: start)
        if letters.contains("_"), letters.allSatisfy({ $0 == "_" || $0.isNumber }) {
            return invalid(.number(whole), from: start, fixes: [whole.filter { $0 != "_" }])
        }
        let fixes = shortUnits[letters].map { $0.map { "\(number) \($0)" } } ?? []
        if fixes.isEmpty, letters == "x" {
            return invalid(.number(whole), from: start, fixes: ["at least \(number) times"])
        }
        return invalid(.number(whole), from: start, fixes: fixes)
    }

    /// `19,99`, written without a blank: one number, unless it stands in a list of whole numbers.
    private func isDecimalComma(from start: Int) -> Bool {
        guard peek(1)?.isDigit == true, !scalars[start..<position].contains(".") else { return false }
        var before = start
        while before > 0, scalars[before - 1].properties.isWhitespace { before -= 1 }
        guard before > 0, scalars[before - 1] != "(", scalars[before - 1] != "," else { return false }
        return true
    }

    private mutating func decimalComma(from start: Int) -> Token.Kind {
        position += 1
        skip(while: \.isDigit)
        let written = text(from: start)
        let number = String(written.map { $0 == "," ? "." : $0 })
        return invalid(.decimalComma(written), from: start, fixes: [number])
    }
}

private let shortUnits: [String: [String]] = [
    "h": ["hours"], "d": ["days"], "w": ["weeks"], "hours": ["hours"], "days": ["days"], "weeks": ["weeks"],
    "m": ["calendar months"], "mo": ["calendar months"], "months": ["calendar months"], "y": ["calendar years"],
    "years": ["calendar years"],
]
