import Customers
import Foundation
import Intake
import Store
import Testing
import Workspace

/// A public log of an electronics shop, 31,106 events of 600 people; its purchases are events.
///
/// `PATRON_SHARED` names the folder of data sets; without it `../shared` beside the repository is looked at.
@Suite(.enabled(if: SharedData.isThere))
struct ECommerceTests {
    private struct Event {
        let user, name, time, platform, channel: String
    }

    /// The rows of the file in UTC, unpacked by gzip itself.
    private static func events() throws -> [Event] {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
        process.arguments = ["-dc", SharedData.folder + "/ecom.csv.gz"]
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Event(user: fields[0], name: fields[2], time: fields[3], platform: fields[4], channel: fields[5])
        }
    }

    /// The people of the file of whom something is true of their events.
    private static func users(_ isMember: ([Event]) -> Bool) throws -> Set<String> {
        Set(try Dictionary(grouping: events(), by: \.user).filter { isMember($0.value) }.keys)
    }

    private func store() async throws -> TestStore {
        let store = try TestStore()
        var handover: ImportHandover?
        let summary = try await store.run(ImportRequest(path: SharedData.folder + "/ecom.csv.gz"), after: &handover)
        #expect(summary.kind == "events")
        #expect(summary.inserted == 31_106)
        #expect(summary.rejected == 0)
        return store
    }

    @Test func `every event is counted under its name`() async throws {
        struct Published: Decodable {
            struct Counts: Decodable { let events: [String: Int] }
            let counts: Counts
        }
        let data = try Data(contentsOf: URL(fileURLWithPath: SharedData.folder + "/expected.json"))
        let published = try JSONDecoder().decode(Published.self, from: data).counts.events
        let store = try await store()
        let now = try await store.session.instant(of: "2024-07-01")
        #expect(published.count == 19)
        for (name, count) in published {
            // People with at least one, with at least two, and so on: together they are all events of the name.
            var sum = 0, times = 0, people = 0
            repeat {
                times += 1
                people = try await store.session.count("did \(name) at least \(times) times", asOf: now).count
                sum += people
            } while people > 0
            #expect(sum == count, "\(name)")
        }
        #expect(try await store.session.check() == [])
    }

    @Test func `filters hold the people whom a scan of the file finds`() async throws {
        let store = try await store()
        let now = try await store.session.instant(of: "2024-07-01")
        func members(_ filter: String) async throws -> Set<String> {
            let export = try await store.session.export(filter, asOf: now, columns: ["user_id"])
            return Set(export.rows.compactMap { if case .text(let id)? = $0[0] { id } else { nil } })
        }
        #expect(
            try await members("did purchase where platform = \"mobile\" within last 60 days")
                == Self.users { events in
                    events.contains { $0.name == "purchase" && $0.platform == "mobile" && $0.time >= "2024-05-02" }
                })
        #expect(
            try await members("did product_view at least 12 times and did not purchase")
                == Self.users { events in
                    events.count { $0.name == "product_view" } >= 12 && !events.contains { $0.name == "purchase" }
                })
        #expect(
            try await members(
                "last home before 2024-05-01 or not did cart and did search where acquisition_channel in (\"email\", \"organic\")"
            )
                == Self.users { events in
                    let last = events.filter { $0.name == "home" }.map(\.time).max()
                    return last.map { $0 < "2024-05-01" } ?? false
                        || !events.contains { $0.name == "cart" }
                            && events.contains { $0.name == "search" && ["email", "organic"].contains($0.channel) }
                })
    }
}

/// Where the log lies on machines that have it.
private enum SharedData {
    static let folder: String = {
        let repository = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let shared = ProcessInfo.processInfo.environment["PATRON_SHARED"] ?? repository + "/../shared"
        return shared + "/datasets/rete-ecom"
    }()

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }
}
