extension Lexer {
    /// `"Kraków"` or `` `date of birth` ``; it ends on its own line.
    mutating func quoted(by mark: Unicode.Scalar) -> Token.Kind {
        let start = position
        position += 1
        var content = String.UnicodeScalarView()
        while let scalar = peek(), scalar != "\n", scalar != "\r" {
            position += 1
            if scalar == mark { return closed(String(content), by: mark, from: start) }
            if scalar == "\\" {
                let escape = position - 1
                guard let meant = escaped(mark) else {
                    let text = text(from: escape)
                    skip { $0 != mark && $0 != "\n" }
                    if peek() == mark { position += 1 }
                    return .invalid(.escape(text), [Fix(range(from: escape, to: escape), "\\")])
                }
                content.append(meant)
            } else {
                content.append(scalar)
            }
        }
        let close = range(from: position, to: position)
        return .invalid(mark == "`" ? .unclosed(.name) : .unclosed(.text), [Fix(close, String(mark))])
    }

    private func closed(_ content: String, by mark: Unicode.Scalar, from start: Int) -> Token.Kind {
        if mark == "\"" { return .text(content) }
        return content.isEmpty ? invalid(.emptyName, from: start) : .name(content)
    }

    /// What stands after a backslash, if anything known does.
    private mutating func escaped(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
        guard let scalar = peek() else { return nil }
        position += 1
        switch scalar {
        case mark, "\\": return scalar
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return codePoint()
        default: return nil
        }
    }

    /// Reads `{e9}`.
    private mutating func codePoint() -> Unicode.Scalar? {
        guard peek() == "{" else { return nil }
        position += 1
        let start = position
        skip(while: \.properties.isASCIIHexDigit)
        guard peek() == "}", position - start <= 6, let value = UInt32(text(from: start), radix: 16) else { return nil }
        position += 1
        return Unicode.Scalar(value)
    }

    /// `/a+/`, with `\/` for a slash inside.
    mutating func pattern() -> Token.Kind {
        let start = position
        position += 1
        var content = String.UnicodeScalarView()
        while let scalar = peek(), scalar != "\n", scalar != "\r" {
            position += 1
            if scalar == "/" { return .pattern(String(content)) }
            guard scalar == "\\", let next = peek(), next != "\n", next != "\r" else {
                content.append(scalar)
                continue
            }
            position += 1
            if next != "/" { content.append(scalar) }
            content.append(next)
        }
        return .invalid(.unclosed(.pattern), [Fix(range(from: position, to: position), "/")])
            .unlessEmpty(position > start + 1)
    }

    /// `'Kraków'`, `„Kraków”`, `«Москва»`: the form that works has plain double quotes.
    mutating func wrongQuotes(opening: Unicode.Scalar) -> Token.Kind {
        let start = position
        position += 1
        let closings: Set<Unicode.Scalar> =
            switch opening {
            case "'", "‘", "’", "‚": ["'", "‘", "’"]
            case "«", "»": ["»", "«"]
            case "‹", "›": ["›", "‹"]
            default: ["“", "”", "\"", "„"]
            }
        let content = position
        skip { !closings.contains($0) && $0 != "\n" && $0 != "\r" }
        guard let closing = peek(), closings.contains(closing) else {
            return invalid(.wrongQuotes(String(opening)), from: start)
        }
        let text = text(from: content)
        position += 1
        return invalid(.wrongQuotes(String(opening)), from: start, fixes: [Filters.quoted(text: text)])
    }

    func range(from start: Int, to end: Int) -> Range<Int> {
        var copy = self
        copy.position = end
        return copy.range(from: start)
    }
}

extension Token.Kind {
    fileprivate func unlessEmpty(_ hasContent: Bool) -> Token.Kind {
        guard !hasContent, case .invalid(let reason, _) = self else { return self }
        return .invalid(reason, [])
    }
}
