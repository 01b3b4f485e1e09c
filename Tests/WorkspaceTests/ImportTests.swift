import Customers
import Foundation
import Intake
import Store
import Testing
import Workspace

struct ImportTests {
    @Test func `the four files of an export need no options`() async throws {
        let shop = SmallShop()
        let store = try TestStore()
        let summaries = try await store.importAll(shop.files)
        #expect(summaries.map(\.kind) == ["profiles", "events", "orders", "order lines"])
        #expect(summaries.map(\.inserted) == shop.files.map(\.rows.count))
        #expect(summaries.allSatisfy { $0.rejected == 0 && $0.duplicates == 0 && $0.updated == 0 })
        let summary = try await store.session.summary()
        #expect(summary.events == shop.events.rows.count)
        #expect(summary.orders == shop.orders.rows.count)
        #expect(summary.records == shop.people.count)
        #expect(summary.sources == ["profiles", "events", "orders", "order_items"])
        #expect(try await store.session.check() == [])
    }

    @Test func `the first and the last event are those of the file`() async throws {
        let shop = SmallShop()
        let store = try await TestStore(shop)
        let summary = try await store.session.summary()
        let times = shop.events.records.compactMap { $0["timestamp"] }
        #expect(summary.firstEvent?.description == times.min())
        #expect(summary.lastEvent?.description == times.max())
    }

    @Test func `the same files a second time change nothing and leave no trace`() async throws {
        let shop = SmallShop()
        let store = try await TestStore(shop)
        let before = try await Answers(store)
        let version = try await store.session.version()
        let summaries = try await store.importAll(shop.files)
        #expect(summaries.map(\.duplicates) == shop.files.map(\.rows.count))
        #expect(summaries.allSatisfy { $0.inserted == 0 && $0.updated == 0 && $0.importID == nil })
        #expect(try await store.session.imports().count == 4)
        #expect(try await store.session.version() == version)
        try await expect(store, answersAs: before)
    }

    @Test(arguments: 0..<4)
    func `a file that grew adds only its new rows`(place: Int) async throws {
        let shop = SmallShop()
        let grown = shop.files[place]
        let store = try TestStore()
        var first = shop.files
        first[place] = grown.keeping(0..<grown.rows.count / 2)
        try await store.importAll(first)
        let summary = try await store.importAll([grown])[0]
        #expect(summary.duplicates == grown.rows.count / 2)
        #expect(summary.inserted + summary.updated == grown.rows.count - grown.rows.count / 2)
        try await expect(store, answersAs: try await Answers(TestStore(shop)))
    }

    @Test func `a row that says the same twice without an id counts twice, and again no more`() async throws {
        let text = "user_id,event,timestamp\n" + String(repeating: "7,visit,2025-01-01T10:00:00Z\n", count: 3)
        let store = try TestStore()
        #expect(try await store.importFile("visits.csv", Data(text.utf8)).inserted == 3)
        #expect(try await store.importFile("visits.csv", Data(text.utf8)).duplicates == 3)
        let four = try await store.importFile("visits.csv", Data((text + "7,visit,2025-01-01T10:00:00Z\n").utf8))
        #expect(four.inserted == 1)
        #expect(try await store.session.count("did visit at least 4 times", asOf: .asked).count == 1)
    }

    @Test func `an order that changed its status is updated`() async throws {
        var shop = SmallShop()
        let store = try await TestStore(shop)
        var orders = shop.orders
        let place = try #require(orders.rows.firstIndex { $0[3] == "pending" && $0[2] < .asked })
        orders.rows[place][3] = "cancelled"
        let summary = try await store.importAll([orders])[0]
        #expect(summary.updated == 1)
        #expect(summary.duplicates == orders.rows.count - 1)
        shop = SmallShop(profiles: shop.profiles, events: shop.events, orders: orders, items: shop.items)
        try await expect(store, answersAs: try await Answers(TestStore(shop)))
    }

    @Test func `rejected rows are set aside with their line and reason, the rest goes in`() async throws {
        var events = SmallShop().events
        events.rows[4][2] = "yesterday"
        events.rows[9][1] = ""
        let store = try TestStore()
        let summary = try await store.importAll([events])[0]
        #expect(summary.rejected == 2)
        #expect(summary.inserted == events.rows.count - 2)
        let rejects = try #require(summary.rejectsPath)
        let lines = try String(contentsOfFile: rejects, encoding: .utf8).split(separator: "\n")
        try #require(lines.count == 3)
        #expect(lines[1].hasPrefix("6,timestamp,misfit,The value is not a time.,"))
        #expect(lines[2].hasPrefix("11,") && lines[2].contains("no-identifier"))
        let mode = try FileManager.default.attributesOfItem(atPath: rejects)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `a dry run reads all and keeps nothing`() async throws {
        let shop = SmallShop()
        let store = try TestStore()
        let path = try store.write("events.csv", Data(shop.events.text.utf8))
        var handover: ImportHandover?
        let summary = try await store.run(ImportRequest(path: path, isDryRun: true), after: &handover)
        #expect(summary.rows == shop.events.rows.count)
        #expect(summary.inserted == shop.events.rows.count)
        #expect(summary.importID == nil)
        #expect(try await store.session.summary().events == 0)
        #expect(try await store.session.imports().isEmpty)
    }

    @Test func `a cancelled import leaves the store as it was`() async throws {
        let store = try TestStore()
        try await store.importAll([SmallShop().profiles])
        let before = try await store.session.version()
        let path = try store.write("events.csv", Data(SmallShop().events.text.utf8))
        let request = ImportRequest(path: path)
        let plan = try await store.session.plan(for: request)
        let task = Task { [session = store.session] in
            withUnsafeCurrentTask { $0?.cancel() }
            var handover: ImportHandover?
            return try await session.run(request, plan: plan, at: .importing, after: &handover)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await store.session.version() == before)
        #expect(try await store.session.summary().events == 0)
        #expect(try await store.session.check() == [])
    }
}
