/// A line of text being typed.
///
/// The cursor stands between grapheme clusters. Newlines and tabs become spaces, other control characters are dropped.
public struct TextField: Hashable, Sendable {
    /// What has been typed: one line without control characters.
    public private(set) var text: String
    /// Grapheme clusters before the cursor.
    public private(set) var cursor: Int
    /// Bytes of UTF-8 that a field takes; what is beyond is dropped.
    public static let limit = 1 << 16
    /// What is wrong, as UTF-8 offsets into the text; cleared by the next edit.
    public var error: Range<Int>?
    var undoable: [Snapshot] = []
    var redoable: [Snapshot] = []
    var lastEdit = Edit.other
    var history: [String] = []
    var historyPlace: Int?
    var draft = ""

    /// A state to come back to.
    struct Snapshot: Hashable, Sendable {
        var text: String
        var cursor: Int
    }

    /// Kinds of edits: several of one kind in a row are undone together.
    enum Edit: Hashable, Sendable {
        case typing, erasing, other
    }

    /// The text with the cursor at its end.
    public init(_ text: String = "") {
        self.text = ""
        cursor = 0
        replace(with: text)
        undoable = []
    }

    /// Whether nothing has been typed.
    public var isEmpty: Bool { text.isEmpty }

    /// The cursor as a UTF-8 offset into the text.
    public var cursorOffset: Int { text.prefix(cursor).utf8.count }

    /// Puts text in at the cursor, as typing or pasting does.
    public mutating func insert(_ addition: String) {
        let addition = Self.singleLine(addition, room: Self.limit - text.utf8.count)
        guard !addition.isEmpty else { return }
        remember(addition.count == 1 && addition != " " ? .typing : .other)
        let before = text.prefix(cursor) + addition
        let after = text.dropFirst(cursor)
        set(text: before + after, cursor: String(before).count)
    }

    /// Puts another text in place of all.
    public mutating func replace(with replacement: String) {
        remember(.other)
        let replacement = Self.singleLine(replacement, room: Self.limit)
        set(text: replacement, cursor: replacement.count)
    }

    /// Puts text in place of a part, as completion does; the cursor stands behind it.
    ///
    /// The range is in UTF-8 offsets and is cut to the text.
    public mutating func replace(_ range: Range<Int>, with replacement: String) {
        let bytes = text.utf8
        let start = min(max(0, range.lowerBound), bytes.count)
        let end = min(max(start, range.upperBound), bytes.count)
        remember(.other)
        let before =
            String(decoding: bytes.prefix(start), as: UTF8.self)
            + Self.singleLine(replacement, room: Self.limit - bytes.count + end - start)
        let after = String(decoding: bytes.dropFirst(end), as: UTF8.self)
        set(text: before + after, cursor: before.count)
    }

    /// Puts the cursor before a grapheme cluster, at the nearest place.
    public mutating func moveCursor(to place: Int) {
        cursor = min(max(0, place), text.count)
        lastEdit = .other
    }

    /// Takes away grapheme clusters and leaves the cursor in their place.
    mutating func erase(_ range: Range<Int>, as edit: Edit = .erasing) {
        guard !range.isEmpty else { return }
        remember(edit)
        set(text: text.prefix(range.lowerBound) + text.dropFirst(range.upperBound), cursor: range.lowerBound)
    }

    /// Shows a state without remembering the one before.
    mutating func show(_ snapshot: Snapshot) {
        set(text: snapshot.text, cursor: snapshot.cursor)
    }

    private mutating func set(text: some StringProtocol, cursor: Int) {
        self.text = String(text)
        self.cursor = min(cursor, self.text.count)
        error = nil
    }

    /// The text with newlines and tabs as spaces, and no other control character.
    private static func singleLine(_ text: String, room: Int) -> String {
        var line = String.UnicodeScalarView()
        var room = room
        for scalar in text.unicodeScalars {
            room -= UTF8.width(scalar)
            guard room >= 0 else { break }
            switch scalar.value {
            case 0x09, 0x0A: line.append(" ")
            case 0..<0x20, 0x7F..<0xA0: break
            default: line.append(scalar)
            }
        }
        return String(line)
    }
}
