import CNcurses

/// How far a glyph can be trusted to take the columns that its cell has.
enum DrawnGlyph: Hashable {
    /// The C library and terminals agree on its width.
    case sure([UInt32])
    /// Terminals may disagree: emoji, clusters of several bases, characters that the canvas holds for wider.
    case doubtful([UInt32])
    /// The terminal's character set lacks it, or the C library does not know it yet.
    case missing

    init(_ glyph: Character, columns: Int) {
        let scalars = glyph.unicodeScalars.map(\.value)
        let first = scalars.first ?? 0
        let width = screen_width(first)
        if width < 1 || width > columns || first >= StandIns.base {
            self = .missing
        } else if width == columns, scalars.count <= 5, Self.isOneBase(scalars), !Self.isEmoji(glyph) {
            self = .sure(scalars)
        } else {
            self = .doubtful(scalars)
        }
    }

    private static func isOneBase(_ scalars: [UInt32]) -> Bool {
        scalars.dropFirst().allSatisfy { screen_width($0) == 0 }
    }

    private static func isEmoji(_ glyph: Character) -> Bool {
        glyph.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }
    }
}
