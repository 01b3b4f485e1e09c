import Foundation
import Testing

/// An import that is interrupted from the keyboard.
struct InterruptedImportTests {
    private static func text(rows: Int) -> String {
        (0..<rows).reduce(into: "user_id,event,timestamp,note\n") { text, row in
            text += "u\(row % 997),visit,2025-01-01T10:00:00Z,n\(row)\n"
        }
    }

    /// Interrupts an import after the first changes in the folder of the store, which its rows are not the last of.
    private func interrupt(_ place: Place, _ file: String) throws -> InterruptedRun {
        try InterruptedRun(
            Program.path, ["import", file, "--quiet"], environment: place.environment, watching: place.folder,
            killAfter: 12, with: SIGINT)
    }

    @Test func `an interrupt ends it with 130 and leaves the store as before`() throws {
        let place = try Place()
        let first = try place.write("people.csv", "user_id,city\nu1,Kraków\nu2,Berlin\n")
        #expect(try place.patron("import", first, "--as", "profiles").status == 0)
        let before = try place.patron("info", "--format", "json").object
        let run = try interrupt(place, try place.write("events.csv", Self.text(rows: 400_000)))
        #expect(run.status == 130)
        let after = try place.patron("info", "--format", "json").object
        for field in ["records", "events", "version"] { #expect(after[field] as? Int == before[field] as? Int) }
        #expect(try place.patron("import", "list", "--format", "json").objects.count == 1)
        #expect(try place.patron("check").output == "The store is sound.\n")
    }
}
