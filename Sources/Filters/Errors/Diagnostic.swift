public import Phrases

/// An answer about a filter's text that can point at its place.
public protocol Diagnostic: Phrased, CustomStringConvertible {
    /// UTF-8 offsets into the source; nil where no place is known.
    var place: Range<Int>? { get }
    /// The forms that work, the likeliest first.
    var fixes: [Fix] { get }
}

extension SyntaxError: Diagnostic {
    public var place: Range<Int>? { range }
}

extension Diagnostic {
    /// What is wrong, as one plain English sentence.
    public var description: String { phrase.description }

    /// The line with the place underlined, the sentence, and the forms that work.
    ///
    ///     city = Krakow and age > 30
    ///            ^~~~~~
    ///     Text stands in double quotes.
    ///     write: city = "Krakow" and age > 30
    ///
    /// A long line is cut around the place. Where the text has several faults, the forms offered mend all of them if they can;
    /// otherwise, and in long texts, only the place is rewritten.
    ///
    /// - Parameter source: the text that was parsed.
    /// - Returns: several lines, the last one without a line break.
    public func report(in source: String) -> String {
        var lines: [String] = []
        if let place, !source.isEmpty { lines += Excerpt(of: source, at: place).lines }
        lines.append(description)
        for (number, fix) in fixes.enumerated() {
            let label = number == 0 ? "write: " : "   or: "
            let repaired = fix.repaired(source) ?? ""
            let isShort = repaired.count <= Excerpt.width && !repaired.contains { $0.isNewline }
            let form = isShort && !repaired.isEmpty ? repaired : fix.text.trimmed
            if !form.isEmpty { lines.append(label + form) }
        }
        return lines.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

/// The line of a place, cut to a width that fits a terminal, with the underline below it.
private struct Excerpt {
    static let width = 100

    private(set) var lines: [String]

    init(of source: String, at place: Range<Int>) {
        let bytes = source.utf8
        let lower = bytes.index(source.startIndex, offsetBy: min(place.lowerBound, bytes.count))
        let upper = bytes.index(source.startIndex, offsetBy: min(place.upperBound, bytes.count))
        let lineStart = source[..<lower].lastIndex { $0.isNewline }.map { source.index(after: $0) } ?? source.startIndex
        let lineEnd = source[lower...].firstIndex { $0.isNewline } ?? source.endIndex
        var line = source[lineStart..<lineEnd].map(Self.visible)
        var column = source[lineStart..<lower].count
        var length = max(1, source[lower..<min(max(lower, lineEnd), upper)].count)
        if column > Self.width / 2 {
            let cut = column - Self.width / 3
            line = ["…"] + line.dropFirst(cut)
            column -= cut - 1
        }
        if line.count > Self.width { line = line.prefix(Self.width - 1) + ["…"] }
        length = max(1, min(length, line.count - column))
        lines = [
            String(line),
            String(repeating: " ", count: column) + "^" + String(repeating: "~", count: length - 1),
        ]
    }

    /// A blank in place of what would move the underline or the terminal.
    private static func visible(_ character: Character) -> Character {
        character.unicodeScalars.contains(where: \.isInvisible) ? " " : character
    }
}
