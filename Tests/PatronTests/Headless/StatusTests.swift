import Foundation
import Testing

/// Exit statuses and the words beside them.
struct StatusTests {
    @Test(arguments: [
        (["--fail-below", "1"], 0), (["--fail-below", "100000"], 1), (["--fail-above", "100000"], 0),
        (["--fail-above", "1"], 1), (["--fail-below", "1", "--fail-above", "100000"], 0),
    ])
    func `a count can fail a script`(options: [String], status: Int) throws {
        let place = try Place.shop.get()
        let result = try run(
            Program.path, ["segment", "count", "did purchase"] + options, environment: place.environment)
        #expect(Int(result.status) == status)
        #expect(!result.output.isEmpty)
        #expect(result.errors.isEmpty == (status == 0))
    }

    @Test func `a filter with a fault shows the place and the form that works`() throws {
        let place = try Place.shop.get()
        let run = try place.patron("segment", "count", "city = Kraków and did purchase")
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        let lines = run.errors.split(separator: "\n").map(String.init)
        #expect(lines.first == "city = Kraków and did purchase")
        #expect(lines.dropFirst().first == "       ^~~~~~")
        #expect(lines.contains("write: city = \"Kraków\" and did purchase"))
    }

    @Test(arguments: ["count", "explain", "export"])
    func `an unknown name is told with the nearest`(command: String) throws {
        let run = try Place.shop.get().patron("segment", command, "did purchse")
        #expect(run.status == 2)
        #expect(run.errors.contains("    ^~~~~~~"))
        #expect(run.errors.contains("purchase"))
    }

    @Test(arguments: [
        ["info"], ["check"], ["rfm"], ["segment", "list"], ["segment", "count", "did x"], ["profile", "list"],
        ["import", "list"], ["settings"], ["segment", "save", "A", "did x"], ["open", "--store", "STORE"],
    ])
    func `a store that is not there is not made by asking`(arguments: [String]) throws {
        let place = try Place()
        let result = try run(
            Program.path, arguments.map { $0 == "STORE" ? place.store : $0 }, environment: place.environment)
        #expect(result.status == 3)
        #expect(result.errors.contains(place.store))
        #expect(result.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: place.store))
    }

    @Test(arguments: [
        "a text file, long enough to be a page of a database, " + String(repeating: "not", count: 500), "",
        "SQLite format 3\u{0}" + String(repeating: "\u{1}", count: 4096),
    ])
    func `a file that is no store is refused and stays as it was`(text: String) throws {
        let place = try Place()
        _ = try place.write("shop.patron", text)
        let run = try place.patron("info")
        #expect(run.status == 3 || text.isEmpty)
        if !text.isEmpty {
            #expect(run.errors.contains(place.store))
            #expect(try Data(contentsOf: URL(fileURLWithPath: place.store)) == Data(text.utf8))
        }
    }

    @Test(.enabled(if: SQLiteShell.isThere)) func `a foreign database is refused and stays as it was`() throws {
        let place = try Place()
        let made = try run(
            SQLiteShell.path, [place.store, "CREATE TABLE notes (text); INSERT INTO notes VALUES ('a')"])
        try #require(made.status == 0)
        let before = try Data(contentsOf: URL(fileURLWithPath: place.store))
        let result = try place.patron("info")
        #expect(result.status == 3)
        #expect(result.errors.contains("is not a store of Patron"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: place.store)) == before)
    }

    @Test func `a folder in the place of a store is told`() throws {
        let place = try Place()
        let run = try place.patron("info", "--store", place.folder)
        #expect(run.status == 3)
        #expect(run.errors.contains(place.folder))
    }

    @Test(arguments: [
        ["segment", "count"], ["profile", "show"], ["import"], ["rfm", "--groups", "1"],
        ["rfm", "--groups", "x"], ["rfm", "--fixed", "1,2"], ["rfm", "--as-of", "soon"], ["nonsense", "x"],
        ["segment", "count", "did purchase", "--where", "a = 1", "--segment", "B"],
        ["profile", "list", "--after", "x"],
        ["profile", "list", "--limit", "-1"], ["info", "--format", "xml"], ["open", "cinema"],
        ["sample", "--profiles", "-5", "--out", "x"],
    ])
    func `wrong usage ends with 2 and says how it is right`(arguments: [String]) throws {
        let place = try Place.shop.get()
        let result = try run(Program.path, arguments, environment: place.environment)
        #expect(result.status == 2, "\(result)")
        #expect(!result.errors.isEmpty)
        #expect(result.output.isEmpty)
    }

    @Test(arguments: ["profile show nobody@example.org", "profile timeline profile_id:99999999"])
    func `a person who is not there is no success`(line: String) throws {
        let place = try Place.shop.get()
        let result = try run(Program.path, line.split(separator: " ").map(String.init), environment: place.environment)
        #expect(result.status == 1)
        #expect(result.errors.contains("No profile bears this identifier"))
    }

    @Test(arguments: [
        ("segment show Nobody", "There is no segment ‘Nobody’; `patron segment list` shows them."),
        ("funnel show Nowhere", "There is no funnel ‘Nowhere’; `patron funnel list` shows those there are."),
        ("import undo 999", "There is no import 999; `patron import list` shows them."),
        ("settings colour red", "There is no setting ‘colour’; `patron settings` lists them."),
        ("profile list --columns citty", "There is no column ‘citty’; did you mean ‘city’?"),
        ("rfm --as-of soon", "This is no time; write 2026-01-01, 2026-05-01T10:00 or 2026-05-01T10:00Z."),
    ])
    func `a name that nothing bears is wrong usage`(line: String, sentence: String) throws {
        let place = try Place.shop.get()
        let result = try run(Program.path, line.split(separator: " ").map(String.init), environment: place.environment)
        #expect(result.status == 2, "\(result)")
        #expect(result.errors.contains(sentence), "\(result)")
        #expect(result.output.isEmpty)
    }

    @Test(arguments: [
        (
            "cuont x",
            "There is no command ‘cuont’; did you mean `patron segment count`? `patron --help` lists them all."
        ),
        (
            "count x",
            "There is no command ‘count’; did you mean `patron segment count`? `patron --help` lists them all."
        ),
        (
            "dashbord",
            "There is no command ‘dashbord’; did you mean `patron dashboard`? `patron --help` lists them all."
        ),
        ("undo 3", "There is no command ‘undo’; did you mean `patron import undo`? `patron --help` lists them all."),
        ("xyzzy", "There is no command ‘xyzzy’; `patron --help` lists those there are."),
        (
            "segment cuont x",
            "There is no command ‘cuont’; did you mean `patron segment count`? `patron segment --help` lists them all."
        ),
    ])
    func `a command that is not there is told with the nearest`(line: String, sentence: String) throws {
        let result = try run(Program.path, line.split(separator: " ").map(String.init))
        #expect(result.status == 2)
        #expect(result.errors == sentence + "\n")
        #expect(result.output.isEmpty)
    }

    @Test func `the name of a screen opens it and is no command that is not there`() throws {
        let place = try Place.shop.get()
        for arguments in [["dashboard"], ["segments", "--linear"], ["open", "flow"]] {
            let result = try run(Program.path, arguments, environment: place.environment)
            #expect(result.errors.contains("The screens need a terminal"), "\(result)")
        }
        for arguments in [["help", "segment"], ["segment", "contrast", "--help"], ["--version"]] {
            #expect(try run(Program.path, arguments).status == 0)
        }
    }

    @Test(arguments: [
        "", "open", "demo", "sample", "import", "import list", "import undo", "info", "settings", "check", "segment",
        "segment count", "segment explain", "segment export", "segment save", "segment list", "segment show",
        "segment delete", "profile", "profile list", "profile show", "profile timeline", "profile search", "rfm",
    ])
    func `every command has help`(command: String) throws {
        let result = try run(Program.path, command.split(separator: " ").map(String.init) + ["--help"])
        #expect(result.status == 0)
        #expect(result.output.contains("USAGE: patron"))
        #expect(result.errors.isEmpty)
    }

    @Test func `without a terminal the screens tell what else there is`() throws {
        let place = try Place.shop.get()
        for arguments in [[], ["open"], ["demo"]] {
            let result = try run(Program.path, arguments, environment: place.environment)
            #expect(result.status == 2)
            #expect(result.errors.contains("`patron --help`"))
        }
    }
}
