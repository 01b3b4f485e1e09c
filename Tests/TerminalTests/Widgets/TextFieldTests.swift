import Terminal
import Testing

struct TextFieldTests {
    @Test func `types, moves and erases by grapheme cluster`() {
        var field = TextField("e\u{301}👩‍👩‍👧")
        #expect(field.cursor == 2)
        type("x", into: &field)
        press(.left, .left, .backspace, in: &field)
        #expect(field.text == "👩‍👩‍👧x")
        #expect(field.cursor == 0)
        press(.delete, .end, in: &field)
        #expect(field.text == "x")
        #expect(field.cursor == 1)
    }

    @Test func `a mark typed after its base joins it`() {
        var field = TextField("e")
        #expect(field.update(.character("\u{301}")) == true)
        #expect(field.text == "é")
        #expect(field.cursor == 1)
        press(.backspace, in: &field)
        #expect(field.isEmpty)
    }

    @Test(arguments: [
        (Key.control("w"), "city = ", 7), (.control("u"), "", 0), (.control("k"), "city = Paris", 12),
        (.modified(.left, .control), "city = Paris", 7), (.home, "city = Paris", 0),
        (.control("e"), "city = Paris", 12),
        (.modified(.backspace, .alt), "city = ", 7),
    ])
    func `edits by words and lines`(key: Key, text: String, cursor: Int) {
        var field = TextField("city = Paris")
        press(key, in: &field)
        #expect(field.text == text)
        #expect(field.cursor == cursor)
    }

    @Test func `moves to the end of a word and erases it`() {
        var field = TextField("last order")
        press(.home, .modified(.right, .control), in: &field)
        #expect(field.cursor == 4)
        press(.modified(.delete, .control), in: &field)
        #expect(field.text == "last")
    }

    @Test(arguments: [Key.up, .enter, .escape, .tab, .control("s"), .function(1), .pageUp])
    func `leaves other keys to the screen`(key: Key) {
        var field = TextField("a")
        let before = field
        #expect(field.update(key) == false)
        #expect(field == before)
    }

    @Test func `pasted text becomes one line without controls`() {
        var field = TextField("[]")
        press(.left, in: &field)
        field.insert("a\nb\tc\u{1B}[0m\u{9B}")
        #expect(field.text == "[a b c[0m]")
        #expect(field.cursor == 9)
    }

    @Test func `a field takes no more than its limit`() {
        var field = TextField(String(repeating: "я", count: 40_000))
        #expect(field.text.utf8.count == TextField.limit)
        field.insert("x")
        #expect(field.text.utf8.count == TextField.limit)
        field.replace(0..<2, with: "abc")
        #expect(field.text.hasPrefix("abя"))
    }

    @Test func `typing in one go is undone at once`() {
        var field = TextField()
        type("spend", into: &field)
        type(" ", into: &field)
        type("over", into: &field)
        press(.backspace, .backspace, in: &field)
        #expect(field.text == "spend ov")
        var seen: [String] = []
        for _ in 0..<4 {
            field.undo()
            seen.append(field.text)
        }
        #expect(seen == ["spend over", "spend ", "spend", ""])
        field.undo()
        #expect(field.text == "")
        field.redo()
        field.redo()
        #expect(field.text == "spend ")
        type("x", into: &field)
        field.redo()
        #expect(field.text == "spend x")
    }

    @Test func `history keeps what was being typed`() {
        var field = TextField("draft")
        field.setHistory(["old", "newer"])
        var seen: [String] = []
        while field.showOlder() { seen.append(field.text) }
        while field.showNewer() { seen.append(field.text) }
        #expect(seen == ["newer", "old", "newer", "draft"])
    }

    @Test func `completion replaces a range of bytes`() {
        var field = TextField("город = Па")
        let start = "город = ".utf8.count
        field.replace(start..<start + 4, with: "Париж")
        #expect(field.text == "город = Париж")
        #expect(field.cursorOffset == field.text.utf8.count)
        field.replace(0..<9999, with: "x")
        #expect(field.text == "x")
    }

    @Test func `scrolls sideways to its cursor`() {
        var canvas = Canvas(columns: 6, rows: 1)
        var field = TextField("abcdefgh")
        field.draw(in: canvas.bounds, on: &canvas, isFocused: true)
        #expect(canvas.text == "defgh")
        #expect(canvas.cursor == Position(column: 5, row: 0))
        press(.home, in: &field)
        field.draw(in: canvas.bounds, on: &canvas, isFocused: true)
        #expect(canvas.text == "abcdef")
        #expect(canvas.cursor == Position(column: 0, row: 0))
    }

    @Test func `underlines what is wrong and puts carets under it`() {
        var canvas = Canvas(columns: 20, rows: 2)
        var field = TextField("漢 ovre 100")
        field.error = 4..<8
        field.draw(in: canvas.bounds, on: &canvas, isFocused: false)
        #expect(
            canvas.text == """
                漢 ovre 100
                   ^^^^
                """)
        #expect(canvas[3, 0]?.style == Style(.error, .underline))
        #expect(canvas[2, 0]?.style == Style(.input))
        #expect(canvas.cursor == nil)
        press(.backspace, in: &field)
        #expect(field.error == nil)
    }

    @Test func `an error at the end of the text is one caret`() {
        var canvas = Canvas(columns: 20, rows: 2)
        var field = TextField("spend")
        field.error = 5..<5
        field.draw(in: canvas.bounds, on: &canvas, isFocused: false)
        #expect(canvas.line(1) == "     ^")
    }

    @Test func `an empty field shows its hint`() {
        var canvas = Canvas(columns: 12, rows: 1)
        TextField().draw(in: canvas.bounds, on: &canvas, isFocused: true, hint: "type to add")
        #expect(canvas.text == "type to add")
        #expect(canvas.cursor == Position(column: 0, row: 0))
    }

    private func type(_ text: String, into field: inout TextField) {
        for character in text { #expect(field.update(.character(character)) == true) }
    }

    private func press(_ keys: Key..., in field: inout TextField) {
        for key in keys { #expect(field.update(key) == true) }
    }
}
