import Foundation
import Testing

/// An import that is refused leaves no store behind where there was none.
struct RefusedImportTests {
    private func isEmpty(_ place: Place) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: place.folder).allSatisfy { !$0.hasPrefix("shop.patron") }
    }

    @Test(arguments: [
        ("odd.csv", "a,b\n1,2\n", []), ("empty.csv", "", []),
        ("orders.csv", "order_id,total\n1,5\n", ["--as", "orders"]),
        ("visits.csv", "user_id,event,timestamp\n1,visit,never\n", ["--as", "events"]),
        ("visits.csv", "user_id,event,timestamp\n1,visit,2025-01-01\n", ["--dry-run"]),
        ("visits.csv", "user_id,event,timestamp\n", []),
    ])
    func `no store is left by an import that brought nothing`(name: String, text: String, options: [String]) throws {
        let place = try Place()
        let file = try place.write(name, text)
        let run = try run(Program.path, ["import", file] + options, environment: place.environment)
        #expect((0...3).contains(run.status), "\(run.status)")
        #expect(try isEmpty(place))
        #expect(try place.patron("info").errors.contains("there is none"))
    }

    @Test func `a store that was there stays`() throws {
        let place = try Place()
        #expect(try place.patron("import", try place.write("p.csv", "user_id,city\n1,Berlin\n")).status == 0)
        #expect(try place.patron("import", try place.write("odd.csv", "a,b\n1,2\n")).status == 3)
        #expect(try place.patron("info", "--format", "json").object["profiles"] as? Int == 1)
    }

    @Test func `a zone that is not known comes back to the first screen, without a store`() throws {
        let place = try Place()
        let terminal = try Subject(
            path: Program.path, environment: place.environment, landmark: "Patron: who are your customers?"
        ).start()
        try terminal.press("<Down><Down><Down><Down><Enter>")
        try terminal.waitUntilIdle()
        try terminal.press("Mars/Olympus<Enter><Home><Down><Enter>")
        try terminal.waitUntilIdle()
        #expect(terminal.screen.row(0).hasPrefix(" Welcome"), "\(terminal.screen.text)")
        #expect(terminal.screen.text.contains("Mars/Olympus’ is no IANA"), "\(terminal.screen.text)")
        #expect(try isEmpty(place))
    }

    @Test func `a store that was begun and got no file is gone after the screens`() throws {
        let place = try Place()
        let terminal = try Subject(
            path: Program.path, environment: place.environment, landmark: "Patron: who are your customers?"
        ).start()
        try terminal.press("<Down><Enter>")
        try terminal.waitUntilIdle()
        #expect(try !isEmpty(place))
        try terminal.press("/nowhere.csv<Enter>")
        try terminal.waitUntilIdle()
        #expect(terminal.screen.text.contains("cannot be read"), "\(terminal.screen.text)")
        try terminal.press("q")
        try terminal.waitForEnd()
        #expect(try isEmpty(place))
    }
}
