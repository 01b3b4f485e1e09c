import Customers
import Screens
import Terminal
import Testing

struct SizesTests {
    @Test(arguments: Scene.allCases)
    func `a wide terminal shows what the regular one does, and more of it`(scene: Scene) {
        let canvas = scene.bench(columns: 160, rows: 45).canvas
        #expect(canvas.sizeClass == .wide)
        #expect(canvas.line(0).hasPrefix(scene.bench(columns: 80, rows: 24).lines[0].prefix(8)))
        #expect(!canvas.line(43).isEmpty)
        #expect(!canvas.line(44).isEmpty)
    }

    @Test func `a wide terminal shows list, person and timeline side by side`() {
        let lines = Scene.profiles.bench(columns: 160, rows: 45).lines
        #expect(lines[1].components(["Profiles", "Łukasz Nowak", "Timeline"]))
        #expect(lines[2].components(["name", "city", "bought", "revenue", "last buy", "seen"]))
    }

    @Test func `on a small terminal Tab goes through the panes`() {
        var bench = Scene.profiles.bench(columns: 40, rows: 10)
        #expect(bench.lines[1].hasPrefix(" Profiles"))
        bench.press("Tab")
        bench.settle()
        #expect(bench.lines[1].hasPrefix(" Łukasz Nowak"))
        bench.press("Tab")
        bench.settle()
        #expect(bench.lines[1].hasPrefix(" Timeline"))
        bench.press("Tab")
        #expect(bench.lines[1].hasPrefix(" Profiles"))
    }

    @Test func `details are asked for only where they show`() {
        var bench = Bench(columns: 40, rows: 10)
        bench.send(Sample.message(to: bench.requests[0]))
        #expect(bench.requests.filter { !$0.isAhead }.isEmpty)
        bench.press("Tab")
        #expect(bench.requests.filter { !$0.isAhead }.map(\.slot) == [.card])
    }

    @Test(arguments: [
        (Scene.profiles, "120"), (.rfm, "R5 F5 100"), (.segments, "2 segments"), (.importDone, "1 000"),
        (.firstRun, "No store …"),
    ])
    func `next to no room shows the most important number`(scene: Scene, number: String) {
        #expect(scene.bench(columns: 10, rows: 3).lines == [number, "", ""])
    }

    @Test(arguments: Scene.allCases)
    func `no room at all draws nothing`(scene: Scene) {
        #expect(scene.bench(columns: 0, rows: 0).canvas.cells.isEmpty)
    }

    @Test(arguments: Scene.allCases)
    func `every screen has a command line that prints the same`(scene: Scene) {
        #expect(scene.bench(columns: 80, rows: 24).application.commandLine.hasPrefix("patron "))
    }

    @Test func `zooming gives the pane with the keys the whole screen`() {
        var bench = Scene.profiles.bench(columns: 80, rows: 24)
        bench.press("z")
        #expect(!bench.text.contains("Timeline"))
        #expect(bench.lines[2].contains("city"))
        bench.press("z")
        #expect(bench.text.contains("Timeline"))
    }

    @Test(arguments: Scene.allCases)
    func `a terminal without Unicode gets ASCII shapes`(scene: Scene) {
        let text = scene.bench(columns: 80, rows: 24, drawing: .ascii).text
        let others = text.filter { !$0.isASCII }
        #expect(others.isEmpty)
    }

    @Test func `without borders the panes keep their titles`() {
        let lines = Scene.profiles.bench(columns: 80, rows: 24, drawing: Drawing(borders: false)).lines
        #expect(lines[1].components(["Profiles", "120", "Łukasz Nowak"]))
        #expect(!lines[1].contains("─"))
    }
}

extension String {
    /// Whether all these stand in the text, in this order.
    func components(_ parts: [String]) -> Bool {
        var rest = self[...]
        for part in parts {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
