import Foundation
import Testing

/// An import that is killed at any moment and run again gives the store that one clean run gives.
///
/// 5 kills in a normal run; `PATRON_KILLS` says another number.
struct KilledImportTests {
    private static let kills = ProcessInfo.processInfo.environment["PATRON_KILLS"].flatMap { Int($0) } ?? 5
    /// Enough for two batches of the reader.
    private static let rows = 100_000

    /// What a store says, without times and sizes.
    private struct Contents: Equatable {
        var imports: [String]
        var counts: [String]
        var people: String
        var check: String

        init(_ place: Place) throws {
            imports = try place.patron("import", "list", "--format", "json").objects.map { entry in
                ["id", "file", "kind", "rows", "inserted", "updated", "duplicates", "rejected"].map {
                    "\(entry[$0] ?? "")"
                }.joined(separator: " ")
            }
            counts = try ["e0", "e1", "e2", "e3", "e4"].map { name in
                let filter = "did \(name) where value >= 500 at least 2 times"
                return try place.patron("segment", "explain", filter, "--as-of", "2026-01-01", "--format", "csv").output
                    .split(separator: "\n").last?.split(separator: ",").dropLast().joined(separator: ",") ?? ""
            }
            let info = try place.patron("info", "--format", "json").object
            counts += ["records", "profiles", "events"].map { "\(info[$0] ?? "")" }
            people = try place.patron(
                "segment", "export", "everyone", "--columns", "user_id,last_seen", "--as-of", "2026-01-01"
            ).output
            check = try place.patron("check").output
        }
    }

    private static func text() -> String {
        var random = SplitMix(seed: 4)
        var text = "user_id,event,timestamp,value,note\n"
        for row in 0..<rows {
            let time = "2025-0\(random.number(1...9))-1\(random.number(0...9))T1\(random.number(0...9)):00:00Z"
            text +=
                "u\(random.number(1...5000)),e\(random.number(0...4)),\(time),\(random.number(0...999)),n\(row % 7000)\n"
        }
        return text
    }

    @Test func `killed at any moment and run again, it leaves what a clean run leaves`() throws {
        let clean = try Place()
        let file = try clean.write("events.csv", Self.text())
        let first = try clean.write("people.csv", "user_id,city\nu1,Kraków\nu2,Berlin\nx9,Łódź\n")
        #expect(try clean.patron("import", first, "--as", "profiles").status == 0)
        let changes = try interrupted(clean, file, after: nil).changes
        let expected = try Contents(clean)
        #expect(expected.check == "The store is sound.\n")
        #expect(expected.imports.count == 2)
        #expect(changes > 10)
        var random = SplitMix(seed: 9)
        var killed = 0
        for number in 1...Self.kills {
            let place = try Place()
            #expect(try place.patron("import", first, "--as", "profiles").status == 0)
            let before = try place.patron("info", "--format", "json").object
            let moment = random.number(1...changes), delay = random.number(0...40)
            let run = try interrupted(place, file, after: moment, delay: delay)
            if !run.wasOver { killed += 1 }
            let between = try place.patron("info", "--format", "json").object
            let isBefore = between["events"] as? Int == before["events"] as? Int
            #expect(isBefore || between["events"] as? Int == Self.rows, "kill \(number): neither before nor after")
            #expect(
                try place.patron("check").output == "The store is sound.\n", "kill \(number) after \(moment) changes")
            #expect(try place.patron("import", file, "--quiet").status == 0)
            var contents = try Contents(place)
            // A kill after the last commit leaves nothing to do, and numbers that dead imports had are not given again.
            contents.imports = contents.imports.map(Self.unnumbered)
            var wanted = expected
            wanted.imports = expected.imports.map(Self.unnumbered)
            #expect(contents == wanted, "kill \(number) after \(moment) changes and \(delay) ms")
        }
        #expect(killed >= Self.kills / 3, "\(killed) of \(Self.kills) runs were killed before their end")
    }

    private func interrupted(_ place: Place, _ file: String, after limit: Int?, delay: Int = 0) throws -> InterruptedRun
    {
        try InterruptedRun(
            Program.path, ["import", file, "--quiet"], environment: place.environment, watching: place.folder,
            killAfter: limit, delay: delay)
    }

    private static func unnumbered(_ entry: String) -> String {
        String(entry.drop { $0 != " " })
    }
}
