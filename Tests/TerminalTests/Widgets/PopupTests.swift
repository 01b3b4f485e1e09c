import Terminal
import Testing

struct PopupTests {
    @Test func `a confirmation is answered with another key than asked`() {
        var confirm = Confirm("Delete", lines: ["3 segments"], askedWith: .character("d"))
        #expect(confirm.yes == .character("y"))
        #expect(confirm.update(.character("d")) == nil)
        #expect(confirm.update(.character("y")) == .yes)
        #expect(confirm.update(.escape) == .no)
        #expect(Confirm("", lines: [], askedWith: .character("y")).yes == .character("o"))
    }

    @Test func `what cannot be undone needs the count typed`() {
        var confirm = Confirm("Erase", lines: ["4 731 people"], typing: 4731)
        #expect(confirm.update(.enter) == nil)
        for character in "4 731" { #expect(confirm.update(.character(character)) == nil) }
        #expect(confirm.update(.enter) == .yes)
    }

    @Test func `a popup wraps its lines where it is narrow`() {
        var canvas = Canvas(columns: 20, rows: 7)
        Confirm("Erase", lines: ["4 731 people and their orders"], typing: 4731)
            .draw(in: canvas.bounds, on: &canvas, yesWord: "erase", noWord: "keep")
        #expect(
            canvas.text == """
                ┌─ Erase ──────────┐
                │ 4 731 people and │
                │ their orders     │
                │                  │
                │                  │
                │ Enter erase  Esc │
                └──────────────────┘
                """)
        #expect(canvas.cursor == Position(column: 2, row: 3))
    }

    @Test func `a popup stands in the middle and hides what is under it`() {
        var canvas = Canvas(columns: 40, rows: 9)
        canvas.fill(canvas.bounds, with: "x")
        Confirm("Delete", lines: ["3 segments"], askedWith: .character("d"))
            .draw(in: canvas.bounds, on: &canvas, yesWord: "delete", noWord: "keep")
        #expect(
            canvas.text == """
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                xxxxx┌─ Delete ───────────────────┐xxxxx
                xxxxx│ 3 segments                 │xxxxx
                xxxxx│                            │xxxxx
                xxxxx│ y delete  Esc keep         │xxxxx
                xxxxx└────────────────────────────┘xxxxx
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                """)
    }
}
