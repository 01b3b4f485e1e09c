import Screens
import Terminal
import Testing

/// In which order the palette offers what it finds.
struct PaletteTests {
    private func bench(_ first: Action) -> Bench {
        var bench = Bench(first: first)
        bench.settle()
        return bench
    }

    @Test func `what was done last comes before what begins alike`() {
        var bench = bench(.showProfiles)
        let before = bench.first("exp")
        bench.press("^P")
        bench.type("export")
        bench.press("Enter Esc")
        #expect(before != bench.first("exp"))
        #expect(bench.first("exp").contains("Export"))
        bench.press("^P")
        bench.type("explain")
        bench.press("Enter Esc")
        #expect(bench.first("exp").contains("Explain"))
    }

    @Test func `what can be done here comes before what cannot`() {
        #expect(bench(.showProfiles).first("sort").contains("Sort"))
        // Imports have nothing to export: to explain the number is offered first.
        #expect(!bench(.showImports).first("exp").contains("Export"))
    }

    @Test func `without words it offers what can be done here, the last done first`() {
        var bench = bench(.showSegments)
        bench.press("^P")
        bench.type("duplicate")
        bench.press("Enter Esc Esc")
        bench.settle()
        #expect(bench.first("").contains("Duplicate") || bench.first("").contains("Copy"))
    }

    @Test func `a whole name still comes before anything done last`() {
        var bench = bench(.showProfiles)
        bench.press("^P")
        bench.type("show the segments")
        bench.press("Enter")
        bench.settle()
        #expect(bench.first("quit").contains("Quit"))
    }
}

extension Bench {
    /// The first line that the palette offers for a text.
    fileprivate func first(_ text: String) -> String {
        var bench = self
        bench.press("^P")
        bench.type(text)
        return bench.lines.first { $0.contains("›") && $0.contains("│") && !$0.hasPrefix("│›") } ?? ""
    }
}
