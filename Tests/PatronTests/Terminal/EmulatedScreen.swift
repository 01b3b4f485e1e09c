import CVterm

/// What a terminal shows after the bytes it was sent.
final class EmulatedScreen {
    private(set) var columns: Int
    private(set) var rows: Int
    private let emulator: OpaquePointer
    private let screen: OpaquePointer

    init(columns: Int, rows: Int) throws {
        guard let emulator = vterm_new(Int32(rows), Int32(columns)), let screen = vterm_obtain_screen(emulator) else {
            throw HarnessError("no terminal emulator")
        }
        self.columns = columns
        self.rows = rows
        self.emulator = emulator
        self.screen = screen
        vterm_set_utf8(emulator, 1)
        vterm_screen_enable_altscreen(screen, 1)
        vterm_screen_reset(screen, 1)
    }

    deinit {
        vterm_free(emulator)
    }

    func feed(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { raw in
            guard let start = raw.baseAddress else { return }
            vterm_input_write(emulator, start.assumingMemoryBound(to: CChar.self), raw.count)
        }
    }

    func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        vterm_set_size(emulator, Int32(rows), Int32(columns))
    }

    /// The text of a row without the blanks at its end.
    func row(_ row: Int) -> String {
        var text = ""
        var column = 0
        while column < columns {
            let cell = cell(column, row)
            text += cell.text.isEmpty ? " " : cell.text
            column += max(1, cell.width)
        }
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    /// All rows, without the empty ones at the end.
    var text: String {
        (0..<rows).map(row).joined(separator: "\n")
    }

    func cell(_ column: Int, _ row: Int) -> EmulatedCell {
        var cell = VTermScreenCell()
        vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
        return EmulatedCell(cell)
    }

    var cursor: (column: Int, row: Int) {
        var place = VTermPos()
        vterm_state_get_cursorpos(vterm_obtain_state(emulator), &place)
        return (Int(place.col), Int(place.row))
    }
}

/// One cell as the terminal shows it.
struct EmulatedCell: Hashable {
    let text: String
    let width: Int
    let isBold, isUnderlined, isReversed: Bool
    /// Whether the text or the ground has a colour of its own.
    let isColored: Bool

    init(_ cell: VTermScreenCell) {
        var cell = cell
        let scalars = [cell.chars.0, cell.chars.1, cell.chars.2, cell.chars.3, cell.chars.4, cell.chars.5]
        text = String(String.UnicodeScalarView(scalars.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)))
        width = Int(cell.width)
        isBold = cell.attrs.bold != 0
        isUnderlined = cell.attrs.underline != 0
        isReversed = cell.attrs.reverse != 0
        isColored = cell_foreground_is_default(&cell) == 0 || cell_background_is_default(&cell) == 0
    }
}
