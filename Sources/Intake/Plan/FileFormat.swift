public import Phrases

/// How the bytes of a file make rows.
public struct FileFormat: Hashable, Sendable {
    /// CSV in a dialect, or JSON with one object a line.
    public enum Layout: Hashable, Sendable {
        case csv(Dialect)
        case jsonLines
    }

    public var layout: Layout
    /// Whether the file is compressed with gzip.
    public var isCompressed: Bool
    public var encoding: TextEncoding

    public init(layout: Layout, isCompressed: Bool = false, encoding: TextEncoding = .utf8) {
        self.layout = layout
        self.isCompressed = isCompressed
        self.encoding = encoding
    }
}

/// The marks of a CSV file.
public struct Dialect: Hashable, Sendable {
    /// The ASCII byte between fields.
    public var delimiter: UInt8
    /// The ASCII byte around fields that hold delimiters or line ends; doubled, it stands for itself.
    public var quote: UInt8
    /// Whether a lone carriage return ends a line; otherwise a line feed does, with or without a return before it.
    public var endsLinesWithReturn: Bool
    /// Whether the file begins with a byte order mark.
    public var hasByteOrderMark: Bool
    /// Whether the first row names the columns.
    public var hasHeader: Bool

    public init(
        delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\""), endsLinesWithReturn: Bool = false,
        hasByteOrderMark: Bool = false, hasHeader: Bool = true
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.endsLinesWithReturn = endsLinesWithReturn
        self.hasByteOrderMark = hasByteOrderMark
        self.hasHeader = hasHeader
    }

    /// The delimiter as people name it: `comma`, `semicolon`, `tab`, `pipe`, or the sign itself.
    public var delimiterName: String {
        Self.delimiterNames.first { $0.byte == delimiter }?.name ?? String(UnicodeScalar(delimiter))
    }

    /// The delimiter as screens name it; mappings have the English word.
    public var delimiterPhrase: Phrase {
        switch delimiter {
        case UInt8(ascii: ","): Phrase("file.delimiter.comma", "comma")
        case UInt8(ascii: ";"): Phrase("file.delimiter.semicolon", "semicolon")
        case UInt8(ascii: "\t"): Phrase("file.delimiter.tab", "tab")
        case UInt8(ascii: "|"): Phrase("file.delimiter.pipe", "pipe")
        default: Phrase(verbatim: delimiterName)
        }
    }

    static let delimiterNames: [(name: String, byte: UInt8)] = [
        ("comma", UInt8(ascii: ",")), ("semicolon", UInt8(ascii: ";")), ("tab", UInt8(ascii: "\t")),
        ("pipe", UInt8(ascii: "|")),
    ]

    /// The delimiter that a name or a single ASCII sign stands for.
    static func delimiter(named name: String) -> UInt8? {
        if let known = delimiterNames.first(where: { $0.name == name.lowercased() }) { return known.byte }
        if name == "\\t" { return UInt8(ascii: "\t") }
        guard let byte = name.utf8.first, name.utf8.count == 1, byte < 0x80 else { return nil }
        let isMark = byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r") && byte != 0
        return isMark ? byte : nil
    }
}

/// How the text of a file is encoded.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
}
