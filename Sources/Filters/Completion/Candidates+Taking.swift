extension Candidates {
    /// The text with a candidate in its place, and the cursor behind it, in UTF-8.
    ///
    /// Blanks stand around it where the next word needs them.
    public func taking(_ candidate: Candidate, in text: String) -> (text: String, cursor: Int) {
        var before = Array(text.utf8.prefix(range.lowerBound))
        let after = Array(text.utf8.dropFirst(range.upperBound))
        let closes = candidate.text == ")" || candidate.text == ","
        if closes {
            while before.last == blank { before.removeLast() }
        } else if let last = before.last, last != blank, last != openBracket, last != dot {
            before.append(blank)
        }
        let isInList = isInList(before, candidate)
        before.append(contentsOf: candidate.text.utf8)
        let needsBlank = !candidate.text.hasSuffix("(") && !isInList
        if needsBlank, after.first == blank { return (decoded(before + after), before.count + 1) }
        if needsBlank, after.first != closeBracket, after.first != comma { before.append(blank) }
        return (decoded(before + after), before.count)
    }

    /// Whether a bracket or comma may follow at once: a value in a list, an event that a figure is about.
    private func isInList(_ before: [UInt8], _ candidate: Candidate) -> Bool {
        let last = before.last { $0 != blank }
        switch candidate.kind {
        case .value: return last == openBracket || last == comma
        case .event: return last == openBracket
        case .property: return last == dot || last == openBracket && candidate.text.contains(".")
        default: return false
        }
    }

    private func decoded(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

private let blank = UInt8(ascii: " ")
private let openBracket = UInt8(ascii: "(")
private let closeBracket = UInt8(ascii: ")")
private let comma = UInt8(ascii: ",")
private let dot = UInt8(ascii: ".")
