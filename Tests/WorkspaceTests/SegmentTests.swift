import Customers
import Store
import Testing
import Workspace

struct SegmentTests {
    @Test func `a segment is kept as its author wrote it, a version a change`() async throws {
        let store = try await TestStore(SmallShop(people: 10))
        let text = "city   =  \"Kraków\"   and did  purchase"
        let first = try await store.session.save(segment: "Loyal", source: text, at: .asked)
        #expect(first == Segment(name: "Loyal", source: text, author: "tester", saved: .asked, version: 1))
        let second = try await store.session.save(segment: "Loyal", source: "did purchase", over: 1, at: .importing)
        #expect(second.version == 2)
        #expect(try await store.session.segments() == [second])
        #expect(try await store.session.segment("Loyal") == second)
    }

    @Test func `nobody overwrites what somebody else saved meanwhile`() async throws {
        let store = try await TestStore(SmallShop(people: 10))
        _ = try await store.session.save(segment: "Loyal", source: "did purchase", at: .asked)
        _ = try await store.session.save(segment: "Loyal", source: "did order", over: 1, at: .asked)
        await #expect(throws: SegmentNameProblem.changedMeanwhile("Loyal")) {
            try await store.session.save(segment: "Loyal", source: "did anything", over: 1, at: .asked)
        }
        #expect(try await store.session.segment("Loyal").source == "did order")
    }

    @Test func `a deleted segment is gone, and its name goes on counting versions`() async throws {
        let store = try await TestStore(SmallShop(people: 10))
        _ = try await store.session.save(segment: "Loyal", source: "did purchase", at: .asked)
        try await store.session.delete(segment: "Loyal", at: .asked)
        #expect(try await store.session.segments() == [])
        await #expect(throws: StoreError.noSegment("Loyal")) { try await store.session.segment("Loyal") }
        await #expect(throws: StoreError.noSegment("Loyal")) {
            try await store.session.delete(segment: "Loyal", at: .asked)
        }
        #expect(try await store.session.save(segment: "Loyal", source: "did order", at: .asked).version == 3)
        #expect(try await store.session.check() == [])
    }

    @Test(arguments: [("did purchse", "purchase"), ("cty = \"x\"", "city"), ("city = ", "city")])
    func `a filter that cannot be asked is not saved, and the error says where`(filter: String, word: String)
        async throws
    {
        let store = try await TestStore(SmallShop(people: 10))
        let problem = await #expect(throws: FilterProblem.self) {
            try await store.session.save(segment: "Broken", source: filter, at: .asked)
        }
        #expect(problem?.description.contains("^") ?? false)
        #expect(problem?.description.contains(word) ?? false)
        #expect(try await store.session.segments() == [])
    }

    @Test func `a segment needs a name`() async throws {
        let store = try await TestStore(SmallShop(people: 10))
        await #expect(throws: SegmentNameProblem.empty) {
            try await store.session.save(segment: "  ", source: "did purchase", at: .asked)
        }
    }

    @Test func `a card names the saved segments that hold the person`() async throws {
        let shop = SmallShop(people: 10)
        let store = try await TestStore(shop)
        _ = try await store.session.save(segment: "All", source: "profile_id exists", at: .asked)
        _ = try await store.session.save(segment: "First", source: "profile_id = 1", at: .asked)
        func segments(_ id: Int) async throws -> [String] {
            let profile = try await store.session.profile(named: "profile_id:\(id)")
            return try await store.session.card(of: profile, asOf: .asked).segments
        }
        #expect(try await segments(1) == ["All", "First"])
        #expect(try await segments(2) == ["All"])
    }
}

struct ExportTests {
    @Test func `an export holds the chosen columns of the people of a filter`() async throws {
        let shop = SmallShop(people: 60, seed: 11)
        let store = try await SharedStore.of(shop)
        let export = try await store.session.export(
            "city = \"Kraków\"", asOf: .asked,
            columns: ["profile_id", "last_name", "birth_date", "revenue", "email_consent"])
        #expect(export.columns == ["profile_id", "last_name", "birth_date", "revenue", "email_consent"])
        let expected = shop.people.values.filter { $0["city"] == "Kraków" }
        #expect(export.rows.count == expected.count)
        for person in expected {
            let row = try #require(export.rows.first { $0[0] == .integer(Int64(person.id) ?? 0) })
            #expect(row[1] == person["last_name"].map { .text($0) })
            #expect(row[2] == person["birth_date"].flatMap { CivilDate(parsing: $0) }.map { .date($0) })
            #expect(row[3] == .money(Int64(person.purchases(before: .asked).reduce(0) { $0 + $1.net })))
            #expect(row[4] == .boolean(person["email_consent"] == "1"))
        }
    }

    @Test func `without a choice every trait is exported`() async throws {
        let shop = SmallShop(people: 60, seed: 11)
        let export = try await SharedStore.of(shop).session.export("did purchase", asOf: .asked, columns: nil)
        #expect(export.columns == ["identifier"] + shop.profiles.header.sorted())
    }

    @Test func `an unknown column is named with its neighbours`() async throws {
        let store = try await SharedStore.of(SmallShop(people: 60, seed: 11))
        await #expect(throws: ProfileProblem.unknownColumn("citty", nearest: ["city"])) {
            try await store.session.export("did purchase", asOf: .asked, columns: ["citty"])
        }
    }
}
