import Screens
import Terminal
import Testing

/// Clicks and the wheel, on screens as they stand at 80x24.
struct MouseTests {
    private func bench(_ scene: Scene) -> Bench { scene.bench(columns: 80, rows: 24) }

    @Test func `a click on a row selects it, a second one opens it`() {
        var bench = bench(.segments)
        bench.click("Repeat buyers")
        #expect(bench.cursorLine.contains("Repeat buyers"))
        bench.click("Repeat buyers")
        #expect(bench.lines[0].contains("Segments ▸ Repeat buyers"))
    }

    @Test func `a click goes upwards too`() {
        var bench = bench(.profiles)
        bench.click("Анна Иванова")
        #expect(bench.cursorLine.hasPrefix("│›Анна Иванова"))
        bench.click("›Анна Иванова")
        #expect(bench.lines[0].contains("Profiles ▸ Анна Иванова"))
    }

    @Test func `a click on another pane hands the keys to it and selects the line there`() {
        var bench = bench(.profiles)
        let person = bench.cursorLine
        bench.click("2026-11-21 16:53")
        #expect(bench.cursorLine.contains("2026-11-21 16:53"))
        #expect(bench.lines[0].contains(" Profiles  "), "the first click only selects")
        bench.click("email  ")
        #expect(bench.canvas.cursor?.column == 45)
        bench.click("Мария Петрова")
        #expect(bench.cursorLine.contains("›Мария Петрова"))
        #expect(!person.contains("›Мария Петрова"))
    }

    @Test func `the first click on what is selected in a pane without the keys does not open it`() {
        var bench = bench(.profile)
        bench.press("Tab")
        bench.click("2026-11-22 09:33 ●")
        #expect(!bench.text.contains("lines of"))
        bench.click("2026-11-22 09:33 ●")
        #expect(bench.text.contains("lines of"))
    }

    @Test func `the wheel moves in the pane under the pointer and leaves the keys where they are`() {
        var bench = bench(.profile)
        let before = bench.canvas.cursor
        let place = bench.place(of: "qualitative") ?? Position(column: 0, row: 0)
        bench.turn(.wheelDown, at: place)
        #expect(bench.place(of: "qualitative")?.row == place.row - 3)
        #expect(bench.canvas.cursor == before)
        bench.turn(.wheelDown, at: Position(column: 50, row: 10))
        #expect(bench.cursorLine.contains("08:33"))
        bench.turn(.wheelUp, at: Position(column: 50, row: 10))
        #expect(bench.canvas.cursor == before)
    }

    @Test func `the wheel scrolls a list without the keys going elsewhere`() {
        var bench = bench(.profiles)
        bench.press("Tab")
        let place = Position(column: 4, row: 8)
        for _ in 0..<20 { bench.turn(.wheelDown, at: place) }
        bench.settle()
        #expect(bench.lines[23].contains("row 64 of 120"))
        #expect(bench.canvas.cursor?.column == 45, "the keys stay in the card")
        for _ in 0..<30 { bench.turn(.wheelUp, at: place) }
        bench.settle()
        #expect(bench.lines[23].contains("row 1 of 120"))
    }

    @Test func `a click on the title of a column sorts by it, a second one the other way round`() {
        var bench = bench(.profiles)
        bench.click("last buy")
        #expect(bench.application.commandLine == "patron profile list --sort last_purchase --descending")
        #expect(bench.text.contains("last buy ▼"))
        bench.click("last buy ▼")
        #expect(bench.application.commandLine == "patron profile list --sort last_purchase")
        #expect(bench.text.contains("last buy ▲"))
        bench.click("name  ")
        #expect(bench.application.commandLine == "patron profile list --sort name")
        #expect(bench.cursorLine.contains("›"))
    }

    @Test func `the title of a column that is scrolled to sorts by that column`() {
        var bench = bench(.profiles)
        bench.press("Right")
        bench.click("revenue")
        #expect(bench.application.commandLine == "patron profile list --sort revenue --descending")
    }

    @Test func `a title of a table that cannot be sorted is no button`() {
        var bench = bench(.value)
        let before = bench.canvas
        bench.click("each from")
        #expect(bench.canvas.cells == before.cells)
    }

    @Test func `a click on a title orders the segments, and the cursor stands on the first`() {
        var bench = bench(.segments)
        func names() -> [String] { bench.lines[3...8].map { String($0.dropFirst(2).prefix(10)) } }
        let natural = names()
        bench.click("name  ")
        let ascending = names()
        #expect(ascending == ascending.sorted { $0.lowercased() < $1.lowercased() })
        #expect(bench.cursorLine.contains("›" + ascending[0].prefix(4)))
        bench.click("people")
        bench.settle()
        #expect(bench.text.contains("people ▼"))
        bench.press("s 1")
        #expect(names() == natural)
    }

    @Test(arguments: [(40, 10), (80, 24)])
    func `where one pane has room the other is a tab away`(columns: Int, rows: Int) {
        var bench = Scene.profile.bench(columns: columns, rows: rows)
        if columns > 40 { bench.press("z") }
        #expect(bench.lines[1].contains("[Timeline]"))
        bench.click("Who it is")
        #expect(bench.lines[1].contains("[Who it is] Timeline"))
        bench.press("Tab")
        #expect(bench.lines[1].contains("[Timeline]"))
    }

    @Test func `a square of the grid is selected, then opened`() {
        var bench = bench(.rfm)
        bench.click("░4.0%")
        #expect(bench.text.contains("[4.0%░]"))
        #expect(bench.text.contains("─ R3 F3 ─"))
        bench.click("[4.0%░]")
        #expect(bench.lines[0].contains("RFM ▸ R3 F3"))
    }

    @Test func `a square counts from the cursor also while a group stands out, and the groups are clicked too`() {
        var bench = bench(.rfmGroups)
        bench.click("Promising")
        #expect(bench.text.contains("›Promising"))
        bench.click("Promising")
        #expect(bench.lines[0].contains("RFM ▸ Promising"))
        bench.press("Esc")
        bench.click("1.8%")
        #expect(bench.text.contains("─ R4 F1 ─"))
    }

    @Test func `a hint does what its key does`() {
        var bench = bench(.profiles)
        bench.click("s sort")
        bench.settle()
        #expect(bench.text.contains("─ Sort by"))
        bench.click("Esc", right: 1)
        #expect(!bench.text.contains("─ Sort by"))
    }

    @Test func `a line of a menu is taken, and beside the menu it closes`() {
        var bench = bench(.profiles)
        bench.press("s")
        bench.settle()
        bench.turn(.press(.left), at: Position(column: 2, row: 2))
        #expect(!bench.text.contains("─ Sort by"))
        bench.press("s")
        bench.settle()
        bench.click("4 city")
        #expect(!bench.text.contains("─ Sort by"))
        #expect(bench.application.commandLine.contains("--sort city"))
    }

    @Test func `a line of the palette is done, a line of a picker marked`() {
        var bench = bench(.profiles)
        bench.press("^P")
        bench.type("columns")
        bench.click("Choose the columns")
        #expect(bench.text.contains("Space chooses"))
        bench.click("city")
        bench.press("Enter")
        bench.settle()
        #expect(bench.application.commandLine.hasSuffix("--columns name,purchases,revenue,last_purchase,last_seen"))
    }

    @Test func `a part of the first line is gone back to`() {
        var bench = bench(.profile)
        bench.click("Profiles")
        #expect(bench.lines[0].hasPrefix(" Profiles   "))
    }

    @Test func `a click in a text puts the cursor there`() {
        var bench = bench(.profiles)
        bench.press("f")
        bench.type("age >= 30")
        bench.click("age >= 30", right: 4)
        bench.type("x")
        #expect(bench.text.contains("age x>= 30"))
        bench.click("age x>= 30", right: 25)
        bench.type("0")
        #expect(bench.text.contains("age x>= 300"))
    }

    @Test func `a choice of the list under a text is taken`() {
        var bench = bench(.profiles)
        bench.press("f Tab")
        bench.settle()
        bench.click("trait", right: -8)
        #expect(bench.cursorLine.hasPrefix("│age  "))
    }

    @Test func `a click on a line of the tree selects it, a second one edits it`() {
        var bench = bench(.editor)
        bench.press("a")
        bench.settle()
        bench.type("city is set")
        bench.press("Enter")
        bench.settle()
        bench.click("tier")
        #expect(bench.cursorLine.contains("tier"))
        bench.click("tier")
        #expect(bench.cursorLine.contains("tier"))
        #expect(bench.lines.contains { $0.contains("Enter take") })
    }

    @Test func `an answer is clicked where it stands`() {
        var bench = bench(.confirm)
        bench.click("leave it")
        #expect(!bench.text.contains("Delete the segment?"))
        bench.press("d")
        bench.turn(.press(.left), at: Position(column: 0, row: 4))
        #expect(bench.text.contains("Delete the segment?"), "a click beside a question is no answer")
        bench.click("do it")
        #expect(!bench.text.contains("Delete the segment?"))
        #expect(bench.text.contains("‘VIP’ is deleted"))
    }

    @Test func `where nothing takes keys a click changes nothing`() {
        var bench = Scene.editor.bench(columns: 160, rows: 45)
        let before = bench.canvas
        bench.click("Some of them")
        #expect(bench.canvas.cells == before.cells && bench.canvas.cursor == before.cursor)
    }

    @Test func `with the mouse off nothing is clicked`() {
        var bench = bench(.segments)
        bench.press("M")
        bench.click("Repeat buyers")
        #expect(!bench.cursorLine.contains("Repeat buyers"))
    }
}
