import Foundation
import Testing

struct DrawingTests {
    private func drawing() throws -> DrawingConduct { DrawingConduct(subject: try .shop()) }

    @Test(arguments: [
        "vt100", "linux", "xterm", "xterm-256color", "tmux-256color", "screen-256color", "xterm-direct", "no-such-term",
    ])
    func `draws on every terminal in the sequences that it knows`(type: String) throws {
        let trail = try drawing().draws(on: type)
        let isOld = type == "vt100" || type == "linux"
        #expect((trail.modes[2026] == nil) == isOld)
        #expect((trail.modes[1000] == nil) == isOld)
        #expect((trail.modes[2004] == nil) == isOld)
    }

    @Test func `a terminal of an unknown type gets a note`() throws {
        let terminal = try Subject.shop().start(["TERM": "no-such-term"])
        #expect(terminal.screen.text.contains("no-such-term"))
    }

    @Test func `speaks in sentences on a dumb terminal`() throws { try drawing().speaksInSentences() }

    @Test func `speaks in sentences where asked`() throws {
        var subject = try Subject.shop()
        subject.arguments.append("--linear")
        let terminal = try PseudoTerminal(subject.path, subject.arguments, environment: subject.environment)
        try terminal.waitFor(text: "> ")
        #expect(!terminal.output.contains(0x1B))
        try terminal.press("quit\n")
        #expect(try terminal.waitForEnd() == .exited(0))
    }

    @Test(arguments: ["dumb", "xterm-256color"])
    func `says in sentences, before all others, what is wrong with the configuration`(terminal type: String) throws {
        let own = try Place()
        try FileManager.default.createDirectory(
            atPath: own.folder + "/config/patron", withIntermediateDirectories: true)
        _ = try own.write(
            "config/patron/config.toml",
            """
            them = "dark"
            language = "pl"
            theme = "neon"

            [keys]
            zom = "x"

            """)
        var subject = try Subject.shop()
        subject.environment.merge(["TERM": type, "XDG_CONFIG_HOME": own.folder + "/config"]) { _, new in new }
        if type != "dumb" { subject.arguments.append("--linear") }
        let terminal = try PseudoTerminal(subject.path, subject.arguments, environment: subject.environment)
        try terminal.waitFor(text: "> ")
        let lines = String(decoding: terminal.output, as: UTF8.self).split(whereSeparator: \.isNewline)
        try #require(lines.count > 3)
        let path = own.folder + "/config/patron/config.toml"
        #expect(lines[0].hasPrefix("Konfiguracja \(path) ma nieznany klucz ‘them’;"))
        #expect(lines[1].hasPrefix("Nie ma działania ‘zom’"))
        #expect(lines[2].hasPrefix("Nie można odczytać konfiguracji \(path): nie ma motywu ‘neon’"))
        #expect(!lines[3...].contains { $0.contains("‘them’") })
    }

    @Test func `draws in plain characters where the locale has no others`() throws {
        let subject = try Subject.shop("rfm", landmark: "RFM")
        let terminal = try subject.start(["LANG": "C", "LC_ALL": "C"])
        try terminal.press(subject.move)
        try terminal.waitUntilIdle()
        #expect(terminal.output.allSatisfy { $0 < 0x80 })
        #expect(terminal.screen.text.contains("+-"))
    }

    @Test(arguments: ["profiles", "rfm"])
    func `draws without colour where asked`(screen: String) throws {
        let subject = try Subject.shop(screen, landmark: screen == "rfm" ? "RFM" : "Profiles")
        try DrawingConduct(subject: subject).drawsWithoutColor()
    }

    @Test func `fits every size`() throws { try drawing().fits([(160, 45), (120, 40), (40, 10), (10, 3), (1, 1)]) }

    /// Columns and rows, milliseconds between two sizes, and how many bytes all of it may cost.
    @Test(arguments: [(80, 24, 10, 12_000), (160, 45, 10, 25_000), (160, 45, 35, 45_000)])
    func `survives a storm of resizes`(columns: Int, rows: Int, step: Int, bytes: Int) throws {
        try drawing().survivesResizeStorm(columns: columns, rows: rows, step: .milliseconds(step), bytes: bytes)
    }

    @Test func `a moved cell costs little`() throws {
        try DrawingConduct(subject: .shop("rfm", landmark: "RFM")).sendsLittle(bytes: 700)
    }

    @Test func `takes a paste of a megabyte as text`() throws {
        try drawing().takesPasteAsText(
            "q\u{1B}[Aq\u{1B}]52;c;QQ==\u{07}T\u{3}" + String(repeating: "q\n", count: 500_000))
    }

    @Test func `skips frames while the line is stuck`() throws {
        try DrawingConduct(subject: .shop("rfm", landmark: "RFM")).skipsFramesOnStuckLine(repaint: "<C-l>")
    }

    @Test func `nothing is written while nothing happens`() throws {
        let terminal = try Subject.shop().start()
        let length = terminal.output.count
        terminal.watch(for: .milliseconds(700))
        #expect(terminal.output.count == length)
    }
}
