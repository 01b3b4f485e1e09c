import Glibc
import Testing

/// Data that would do something to a terminal if they reached it.
struct HostileDataTests {
    /// A name that sets the clipboard, one that turns the line around, one of joined emoji and of nothing visible.
    private static let people = """
        profile_id,first_name,city
        1,"\u{1B}]52;c;QQ==\u{07}Eve","\u{9B}31mred"
        2,"\u{202E}drawkcab","\u{200B}\u{FEFF}"
        3,"👩‍👩‍👧 漢字","\u{0}\u{8}"

        """

    @Test func `names and values reach the terminal as text`() throws {
        let place = try Place()
        #expect(try place.patron("import", try place.write("p.csv", Self.people), "--as", "profiles").status == 0)
        let subject = Subject(
            path: Program.path, arguments: ["open", "profiles"], environment: place.environment, landmark: "Profiles")
        let terminal = try subject.start()
        #expect(terminal.screen.text.contains("Eve"))
        for _ in 0..<2 {
            try terminal.press("<Down>")
            try terminal.waitUntilIdle()
        }
        let output = terminal.output
        for danger in ["\u{1B}]52", "\u{9B}", "\u{202E}", "\u{200B}", "\u{FEFF}"] {
            #expect(output.firstRange(of: Array(danger.utf8)) == nil)
        }
        try terminal.press("q")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.leftovers == [])
    }

    @Test(arguments: ["profile list", "profile show 1", "segment list"])
    func `so do tables on the command line`(line: String) throws {
        let place = try Place()
        #expect(try place.patron("import", try place.write("p.csv", Self.people), "--as", "profiles").status == 0)
        let result = try run(Program.path, line.split(separator: " ").map(String.init), environment: place.environment)
        #expect(result.status == 0)
        #expect(!result.output.utf8.contains(0x1B))
        #expect(!result.output.unicodeScalars.contains { $0 == "\u{9B}" || $0 == "\u{202E}" })
    }

    @Test func `a paste into a field is text of one line`() throws {
        let terminal = try Subject.shop().start()
        try terminal.press("f")
        try terminal.waitUntilIdle()
        try terminal.paste("did\npurchase\u{1B}[31m q")
        try terminal.waitUntilIdle()
        #expect(terminal.end == nil)
        #expect(terminal.screen.row(2).contains("did purchase"), "\(terminal.screen.text)")
        #expect(terminal.output.firstRange(of: Array("\u{1B}[31m".utf8)) == nil)
    }
}
