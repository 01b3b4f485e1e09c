import Foundation
import Testing

struct ImportCommandTests {
    private static let visits = "user_id,event,timestamp\n1,visit,2025-01-01T10:00:00Z\n2,visit,2025-01-02T10:00:00Z\n"

    @Test func `an import tells per file what it did`() throws {
        let place = try Place()
        let file = try place.write("visits.csv", Self.visits)
        let run = try place.patron("import", file, "--format", "json")
        #expect(run.status == 0)
        let report = try #require(try run.objects.first)
        #expect(report["file"] as? String == file)
        #expect(report["kind"] as? String == "events")
        #expect(report["source"] as? String == "visits")
        let counts = ["rows", "inserted", "updated", "duplicates", "rejected"].map { report[$0] as? Int }
        #expect(counts == [2, 2, 0, 0, 0])
        #expect(report["seconds"] is Double)
        let again = try #require(try place.patron("import", file, "--format", "json").objects.first)
        #expect(again["inserted"] as? Int == 0)
        #expect(again["duplicates"] as? Int == 2)
    }

    @Test func `after an import the file alone is the whole store`() throws {
        let place = try Place()
        let file = try place.write("visits.csv", Self.visits)
        #expect(try place.patron("import", file).status == 0)
        let copy = place.store + ".copy"
        try FileManager.default.copyItem(atPath: place.store, toPath: copy)
        let count = try place.patron("segment", "count", "did visit", "--store", copy, "--format", "json").object
        #expect(count["count"] as? Int == 2)
    }

    @Test func `what is guessed is said beside the result, and nothing in quiet`() throws {
        let place = try Place()
        let file = try place.write("visits.csv", Self.visits)
        let run = try place.patron("import", file)
        #expect(run.errors.contains("events from ‘visits’"))
        #expect(run.errors.contains("user_id → identifier user_id, event → event, timestamp → time"))
        #expect(run.output.hasPrefix("file"))
        #expect(try place.patron("import", file, "--quiet").errors.isEmpty)
    }

    @Test func `two imports at once do not mix: the second is told to wait`() throws {
        let place = try Place()
        let file = try place.write("visits.csv", Self.visits)
        #expect(try place.patron("import", file).status == 0)
        let lock = open(place.store + "-import", O_RDWR | O_CLOEXEC)
        defer { close(lock) }
        try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let run = try place.patron("import", file)
        #expect(run.status == 3)
        #expect(run.errors.contains("Another import into this store is running"))
    }

    @Test func `a dry run writes nothing`() throws {
        let place = try Place()
        let file = try place.write("visits.csv", Self.visits)
        #expect(try place.patron("import", file).status == 0)
        let before = try place.patron("import", "list").output
        let other = try place.write("more.csv", Self.visits.replacing("visit,", with: "click,"))
        let report = try #require(try place.patron("import", other, "--dry-run", "--format", "json").objects.first)
        #expect(report["rows"] as? Int == 2)
        #expect(report["inserted"] as? Int == 2)
        #expect(report["import_id"] == nil)
        let again = try #require(try place.patron("import", file, "--dry-run", "--format", "json").objects.first)
        #expect(again["inserted"] as? Int == 0)
        #expect(again["duplicates"] as? Int == 2)
        #expect(try place.patron("import", "list").output == before)
        let info = try place.patron("info", "--format", "json").object
        #expect(info["events"] as? Int == 2)
        #expect(info["version"] as? Int == 1)
    }

    @Test func `kind, source and rejects are what the options say`() throws {
        let place = try Place()
        let file = try place.write("list.csv", "id,email\n1,a@example.org\n,\n")
        let rejects = place.folder + "/bad.csv"
        let run = try place.patron(
            "import", file, "--as", "profiles", "--source", "crm", "--rejects", rejects, "--format", "json")
        let report = try #require(try run.objects.first)
        #expect(report["source"] as? String == "crm")
        #expect(report["rejected"] as? Int == 1)
        #expect(report["rejects"] as? String == rejects)
        #expect(try String(contentsOfFile: rejects, encoding: .utf8).contains("\n3,"))
        #expect(try place.patron("info", "--format", "json").object["sources"] as? [String] == ["crm"])
    }

    @Test func `a mapping names columns, types and constants`() throws {
        let place = try Place()
        let file = try place.write("till.csv", "who;when;sum\n7;01.03.2025;19,90\n8;02.03.2025;5,00\n")
        let mapping = try place.write(
            "till.toml",
            """
            kind = "orders"
            source = "till"
            [columns.who]
            role = "identifier card"
            [columns.when]
            role = "time"
            format = "dd.MM.yyyy"
            [columns.sum]
            to = "revenue"
            type = "money"
            decimal_comma = true
            [constants]
            channel = "store"
            """)
        #expect(try place.patron("import", file, "--mapping", mapping).status == 0)
        let count = try place.patron(
            "segment", "count", "did purchase where (revenue >= 19.90 and channel = \"store\")", "--format", "json")
        #expect(try count.object["count"] as? Int == 1)
        let show = try place.patron("profile", "show", "card:7", "--format", "json")
        #expect((try show.object["profile"] as? [String: Any])?["revenue_minor"] as? Int == 1990)
    }

    @Test func `imports are listed, and one is taken back`() throws {
        let place = try Place()
        #expect(try place.patron("import", try place.write("visits.csv", Self.visits)).status == 0)
        let entry = try #require(try place.patron("import", "list", "--format", "json").objects.first)
        #expect(entry["id"] as? Int == 1)
        #expect(entry["file"] as? String == "visits.csv")
        #expect(entry["author"] as? String == "tester")
        #expect(try place.patron("import", "undo", "1").output == "Import 1 is taken back.\n")
        #expect(try place.patron("import", "list", "--format", "json").objects.isEmpty)
        #expect(try place.patron("info", "--format", "json").object["events"] as? Int == 0)
        #expect(try place.patron("import", "undo", "1").status == 2)
        #expect(try place.patron("check").status == 0)
    }

    @Test(arguments: [
        ("nothing.csv", nil, 3, "there is no such file"), ("empty.csv", "", 3, "is empty"),
        ("odd.csv", "a,b\n1,2\n", 3, "does not say what its rows are"),
        ("binary.csv", "\u{0}\u{1}\u{2}\u{0}\u{0}", 3, "not a text file"),
    ])
    func `a file that cannot be read says why`(name: String, text: String?, status: Int32, words: String) throws {
        let place = try Place()
        if let text { _ = try place.write(name, text) }
        let run = try place.patron("import", "\(place.folder)/\(name)")
        #expect(Int(run.status) == status)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words))
        #expect(run.errors.contains(name))
    }

    @Test(arguments: [
        (["--as", "people"], "‘people’ is no kind of file"), (["--mapping", "/nowhere.toml"], "cannot be read"),
        (["--sauce", "x"], "--sauce"),
    ])
    func `wrong options are told`(options: [String], words: String) throws {
        let place = try Place()
        let file = try place.write("visits.csv", Self.visits)
        let result = try run(Program.path, ["import", file] + options, environment: place.environment)
        #expect(result.status == 2)
        #expect(result.errors.contains(words))
    }

    @Test(arguments: [
        ("kind = \"orders\"\nsauce = 1\n", "‘sauce’"), ("kind = \n", "line 1"), ("[columns.x]\nto = \"y\"\n", "‘x’"),
        ("kind = 3\n", "‘kind’"),
    ])
    func `a mapping with a fault is told with its place`(mapping: String, words: String) throws {
        let place = try Place()
        let run = try place.patron(
            "import", try place.write("visits.csv", Self.visits), "--mapping", try place.write("m.toml", mapping))
        #expect(run.status == 2)
        #expect(run.errors.contains(words), "\(run.errors)")
    }
}
