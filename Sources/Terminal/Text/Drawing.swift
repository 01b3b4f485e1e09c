/// The characters that a terminal can show.
public enum CharacterSet: Hashable, Sendable {
    case unicode
    /// Only ASCII: the locale is not UTF-8.
    case ascii
}

/// How text and shapes are drawn on the terminal at hand.
public struct Drawing: Hashable, Sendable {
    /// Which characters may be sent.
    public var characters: CharacterSet
    /// Whether characters of ambiguous width (`·`, `…`, `▲`, lines) take two columns, as in CJK terminals.
    public var ambiguousIsWide: Bool
    /// Whether panes have borders.
    public var borders: Bool
    /// Whether heat maps fill cells with shades; not needed where colour does it.
    public var shades: Bool

    /// Makes a way of drawing, by default for a terminal that can do everything.
    public init(
        characters: CharacterSet = .unicode, ambiguousIsWide: Bool = false, borders: Bool = true, shades: Bool = true
    ) {
        self.characters = characters
        self.ambiguousIsWide = ambiguousIsWide
        self.borders = borders
        self.shades = shades
    }

    /// For a terminal in a UTF-8 locale.
    public static let unicode = Drawing()
    /// For a terminal in any other locale.
    public static let ascii = Drawing(characters: .ascii)

    /// The shapes to draw with; plain ones also where lines and blocks would take two columns.
    public var glyphs: Glyphs { characters == .ascii || ambiguousIsWide ? .ascii : .unicode }

    var safeText: SafeText {
        SafeText(characters: characters, ambiguousColumns: ambiguousIsWide ? 2 : 1)
    }
}
