import Customers
import Screens
import Terminal
import Testing

struct OverlayTests {
    @Test func `the palette finds an action by plain words, shows its key and does it`() {
        var bench = Bench()
        bench.settle()
        bench.press("^P")
        bench.type("segments show")
        #expect(bench.text.contains("›Show the segments  3  g s"))
        bench.press("Enter")
        #expect(bench.lines[0].hasPrefix(" Segments"))
    }

    @Test func `every action can be found in the palette by its title`() {
        var bench = Bench(columns: 100)
        bench.press(":")
        for action in Action.allCases where action != .palette {
            bench.press("^U")
            bench.send(.input(.paste("\(action.title)", droppedBytes: 0)))
            #expect(bench.text.contains("›\(action.title)"))
        }
    }

    @Test func `help shows the keys of the screen, those of everywhere, and what words mean`() {
        var bench = Bench(columns: 100, rows: 40)
        bench.press("?")
        #expect(bench.text.contains("Help: Profiles"))
        #expect(bench.text.contains("/  .                Find while typing"))
        bench.press("End")
        #expect(bench.text.contains("as of  Only what happened before that moment counts"))
        bench.press("Esc")
        #expect(!bench.text.contains("Help"))
    }

    @Test func `the command line of the view can be read and copied`() {
        var bench = Bench()
        bench.settle()
        _ = bench.takeOrders()
        bench.press("!")
        #expect(bench.text.contains("patron profile list"))
        bench.press("y")
        #expect(bench.takeOrders() == [.copy("patron profile list")])
        #expect(!bench.text.contains("patron profile list"))
    }

    @Test func `a number explains itself`() {
        var bench = Bench(first: .showRFM)
        bench.settle()
        bench.press("Left i")
        #expect(bench.text.contains("R5 F4: 80 people"))
        #expect(bench.text.contains("filter     rfm.recency = 5 and rfm.frequency = 4"))
        #expect(bench.text.contains("freshness  exact"))
        #expect(bench.text.contains("took       2.0 ms"))
        #expect(bench.text.contains("zone       UTC"))
    }

    @Test func `the menu after g lists every screen and takes a letter`() {
        var bench = Bench()
        bench.press("g")
        #expect(bench.text.contains("j Journeys") && bench.text.contains("not there yet"))
        #expect(bench.text.contains("s Segments"))
        bench.press("Esc")
        #expect(!bench.text.contains("Journeys"))
        bench.press("g")
        bench.press("s")
        #expect(bench.lines[0].hasPrefix(" Segments"))
    }

    @Test func `two times g goes to the first row`() {
        var bench = Bench()
        bench.settle()
        bench.press("G g g")
        bench.settle()
        #expect(bench.lines[3].hasPrefix("│›Анна Иванова"))
    }

    @Test func `quitting asks only while an import is under way`() {
        var bench = Bench(first: .showImports)
        bench.settle()
        bench.press("a")
        bench.type("orders.csv")
        bench.press("Enter")
        bench.settle()
        bench.press("Enter y")
        _ = bench.takeOrders()
        bench.press("q")
        #expect(bench.text.contains("The import under way is thrown away"))
        #expect(bench.takeOrders() == [])
        bench.press("q")
        bench.press("q y")
        #expect(bench.takeOrders() == [.quit])
    }
}
