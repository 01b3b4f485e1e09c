/// A text in double quotes, as the filter language reads it.
func quoted(text: String) -> String {
    enclosed(text, in: "\"")
}

/// A name in backticks.
func backticked(_ name: String) -> String {
    enclosed(name, in: "`")
}

/// A name as it can stand anywhere: bare where it reads back as itself, otherwise in backticks.
func printed(name: String) -> String {
    isBare(name) ? name : backticked(name)
}

/// A name as it stands beside a dot in an aggregate, where a dot of its own would separate.
func printed(part name: String) -> String {
    name.unicodeScalars.contains(".") ? backticked(name) : printed(name: name)
}

/// Words that are free as names but mean something to people where a date is awaited.
let dayWords: Set<String> = ["now", "today", "yesterday", "tomorrow"]

private func isBare(_ name: String) -> Bool {
    let folded = name.lowercased()
    guard !dayWords.contains(folded), !folded.hasPrefix("rfm.") else { return false }
    var lexer = Lexer(name)
    let token = lexer.next()
    guard case .word(let word) = token.kind, word.unicodeScalars.elementsEqual(name.unicodeScalars) else {
        return false
    }
    return token.keyword == nil && token.range == 0..<name.utf8.count
}

private func enclosed(_ content: String, in mark: Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView()
    result.append(mark)
    for scalar in content.unicodeScalars {
        switch scalar {
        case mark, "\\": result.append(contentsOf: ["\\", scalar])
        case "\n": result.append(contentsOf: "\\n".unicodeScalars)
        case "\r": result.append(contentsOf: "\\r".unicodeScalars)
        case "\t": result.append(contentsOf: "\\t".unicodeScalars)
        case _ where scalar.isInvisible:
            result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        default: result.append(scalar)
        }
    }
    result.append(mark)
    return String(result)
}

extension Unicode.Scalar {
    /// Control characters and line separators, which a quoted text shows escaped.
    var isInvisible: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
    }
}
