import Customers
import Foundation
import Phrases
import Store
import Testing
import Workspace

struct SettingsTests {
    @Test(arguments: [
        ("time_zone", "Europe/Warsaw"), ("first_weekday", "sunday"), ("currency", "PLN"), ("default_country", "48"),
        ("birth_date", "birthday"), ("rfm_groups", "4"), ("rfm_groups", "10"),
    ])
    func `a setting holds once it is given`(key: String, value: String) async throws {
        let store = try TestStore()
        #expect(try await !store.session.settings().isGiven(key))
        try await store.session.set(key, to: value, at: .asked)
        #expect(try await store.session.settings()[key] == value)
        let again = try Session(path: store.session.path, author: "another")
        #expect(try await again.settings()[key] == value)
        #expect(try await store.session.check() == [])
    }

    @Test(arguments: [
        ("time_zone", "Mars/Olympus"), ("first_weekday", "someday"), ("currency", "EURO"), ("default_country", "+48"),
        ("rfm_groups", "11"), ("rfm_groups", "1"), ("colour", "red"),
    ])
    func `a value that makes no sense is refused with a reason`(key: String, value: String) async throws {
        let store = try TestStore()
        let error = await #expect(throws: StoreError.self) { try await store.session.set(key, to: value, at: .asked) }
        #expect(error?.description.contains("‘\(key)’") ?? false)
        #expect(try await !store.session.settings().isGiven(key))
    }

    @Test(arguments: [
        ("time_zone", "Mars/Olympus", "‘Mars/Olympus’ is no IANA zone such as Europe/Warsaw"),
        ("first_weekday", "someday", "write a day such as monday"),
        ("currency", "EURO", "‘EURO’ is no code of ISO 4217 such as EUR"),
        ("default_country", "+48", "write the digits of a calling code such as 48"),
        ("rfm_groups", "11", "write a number from 2 to 10"), ("mail_cost", "cheap", "write a number such as 0.4"),
        ("mail_cost", "-1", "a cost is not below 0"), ("cost.spring", "-1", "a cost is not below 0"),
        ("margin", "1.5", "write a share above 0, up to 1"), ("silent_mails", "0", "write 1 to 1000"),
        ("silent_days", "3651", "write 1 to 3650"), ("refund_event", "order", "orders are no refunds"),
        ("find_yo", "maybe", "write true or false"),
        ("rate.USD.2026-01-01", "much", "write what one unit is worth, such as 0.92"),
        ("birth_date", "", "it cannot be empty"),
    ])
    func `a value is refused in every language, in English as ever`(key: String, value: String, english: String)
        async throws
    {
        let store = try TestStore()
        let error = await #expect(throws: StoreError.self) { try await store.session.set(key, to: value, at: .asked) }
        let phrase = try #require(error?.phrase)
        #expect(phrase.description == "The setting ‘\(key)’ cannot take this value: \(english).")
        for language in [Language.polish, .russian] {
            let sentence = Catalogue(of: language).text(phrase)
            #expect(sentence.contains("‘\(key)’") && sentence.hasSuffix("."), "\(sentence)")
            #expect(!sentence.contains(english), "\(sentence)")
            #expect(!sentence.contains(/%[1-9]/), "\(sentence)")
        }
    }

    @Test func `days begin at midnight of the workspace's zone`() async throws {
        let store = try TestStore()
        try await store.session.set("time_zone", to: "Europe/Warsaw", at: .asked)
        let text = """
            user_id,event,timestamp
            1,visit,2025-06-30T21:59:59Z
            2,visit,2025-06-30T22:00:00Z
            3,visit,2025-07-01T21:59:59Z
            4,visit,2025-07-01T22:00:00Z

            """
        try await store.importFile("visits.csv", Data(text.utf8))
        #expect(try await store.session.count("did visit on 2025-07-01", asOf: .asked).count == 2)
        #expect(try await store.session.instant(of: "2025-07-01").description == "2025-06-30T22:00:00Z")
        #expect(try await store.session.instant(of: "2025-01-01T12:00").description == "2025-01-01T11:00:00Z")
    }

    @Test func `times without a zone are read in the workspace's zone`() async throws {
        let store = try TestStore()
        try await store.session.set("time_zone", to: "Europe/Warsaw", at: .asked)
        try await store.importFile("visits.csv", Data("user_id,event,timestamp\n1,visit,2025-07-01 00:30:00\n".utf8))
        #expect(try await store.session.summary().firstEvent?.description == "2025-06-30T22:30:00Z")
    }

    @Test func `the store is readable by its owner alone`() throws {
        let store = try TestStore()
        let names = try FileManager.default.contentsOfDirectory(atPath: store.folder)
        #expect(names.contains("shop.patron"))
        for name in names {
            let attributes = try FileManager.default.attributesOfItem(atPath: store.folder + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }
}

struct ReachTests {
    @Test func `reach needs an address and a consent`() async throws {
        let shop = SmallShop(people: 60, seed: 11)
        let size = try await SharedStore.of(shop).session.count("did purchase", asOf: .asked)
        let buyers = shop.people.values.filter { !$0.purchases(before: .asked).isEmpty }
        #expect(size.reach[.email] == buyers.count { $0["email"] != nil && $0["email_consent"] == "1" })
        #expect(size.reach[.sms] == buyers.count { $0["phone"] != nil && $0["sms_consent"] == "1" })
        #expect(size.reach[.push] == 0)
    }

    @Test func `a later no in the ledger takes a channel away, from its date on`() async throws {
        let store = try TestStore()
        let profiles = "profile_id,email,email_consent\n1,a@example.org,1\n2,b@example.org,1\n3,c@example.org,0\n"
        try await store.importFile("profiles.csv", Data(profiles.utf8))
        let ledger = """
            identifier,channel,purpose,state,time
            email:a@example.org,email,marketing,withdrawn,2025-06-01T00:00:00Z
            email:c@example.org,email,marketing,granted,2025-06-01T00:00:00Z

            """
        #expect(try await store.importFile("consents.csv", Data(ledger.utf8)).kind == "consents")
        let before = try await store.session.instant(of: "2025-05-31")
        #expect(try await store.session.count("", asOf: before).reach[.email] == 2)
        #expect(try await store.session.count("", asOf: .asked).reach[.email] == 1)
    }
}
