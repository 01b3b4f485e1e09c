import Customers
import Foundation
import Testing
import Workspace

struct ProfileListTests {
    private let shop = SmallShop(people: 60, seed: 11)

    /// What a row of the list shows, read plainly from the files.
    private func figures(_ person: Person) -> (purchases: Int, revenue: Int, bought: String, seen: String) {
        let bought = person.purchases(before: .asked)
        return (
            bought.count, bought.reduce(0) { $0 + $1.net }, bought.map(\.time).max() ?? "",
            person.times.filter { $0 < .asked }.max() ?? ""
        )
    }

    private var there: [Person] { shop.people.values.filter { $0.exists(asOf: .asked) } }

    private func list(_ sort: ProfileColumn, _ isDescending: Bool) async throws -> [ProfileRow] {
        let store = try await SharedStore.of(shop)
        return try await store.session.profiles(
            asOf: .asked, sort: sort, isDescending: isDescending, offset: 0, limit: 1000
        ).rows
    }

    @Test func `a row shows purchases, net revenue and the last dates`() async throws {
        let rows = try await list(.number, false)
        #expect(rows.count == there.count)
        for person in there {
            let row = try #require(rows.first { $0.identifier?.value == person.id })
            let expected = figures(person)
            #expect(row.purchases == expected.purchases)
            #expect(row.revenueMinor == Int64(expected.revenue))
            #expect(row.lastPurchase?.description ?? "" == expected.bought)
            #expect(row.lastSeen?.description ?? "" == expected.seen)
            #expect(row.city == person["city"])
            let name = [person["first_name"], person["last_name"]].compactMap(\.self).joined(separator: " ")
            #expect(row.name == (name.isEmpty ? person.id : name))
        }
    }

    @Test(arguments: [false, true])
    func `sorts by every figure`(isDescending: Bool) async throws {
        for sort in [ProfileColumn.number, .name, .purchases, .revenue, .lastPurchase, .lastSeen] {
            let rows = try await list(sort, isDescending)
            #expect(rows.count == there.count)
            let isInOrder = zip(rows, rows.dropFirst()).allSatisfy { first, second in
                let (low, high) = isDescending ? (second, first) : (first, second)
                return switch sort {
                case .number: low.number < high.number
                case .name: low.name.lowercased() <= high.name.lowercased()
                case .purchases: low.purchases <= high.purchases
                case .revenue: low.revenueMinor <= high.revenueMinor
                case .lastPurchase:
                    (low.lastPurchase?.milliseconds ?? .min) <= (high.lastPurchase?.milliseconds ?? .min)
                default: (low.lastSeen?.milliseconds ?? .min) <= (high.lastSeen?.milliseconds ?? .min)
                }
            }
            #expect(isInOrder, "\(sort)")
        }
    }

    @Test(
        arguments: [
            "city", "birth_date", "shoe_size", "email_consent", "subscribed_at", "email", "average_order", "identifier",
            "rfm.recency", "rfm.group",
        ], [false, true])
    func `sorts by every column and shows what it sorts by, the unknown last`(
        column name: String, isDescending: Bool
    ) async throws {
        let store = try await SharedStore.of(shop)
        let column = ProfileColumn(named: name)
        let page = try await store.session.profiles(
            asOf: .asked, columns: [column], sort: column, isDescending: isDescending, offset: 0, limit: 1000)
        #expect(page.rows.count == there.count)
        let known = page.rows.compactMap { $0.values[0] }
        #expect(page.rows.prefix(known.count).allSatisfy { $0.values[0] != nil })
        #expect(known.count > 10)
        let isInOrder = zip(known, known.dropFirst()).allSatisfy { first, second in
            let (low, high) = isDescending ? (second, first) : (first, second)
            return Self.comesBefore(low, high)
        }
        #expect(isInOrder)
        // Equals stand in the order of their numbers.
        for (first, second) in zip(page.rows, page.rows.dropFirst()) where first.values == second.values {
            #expect(first.number < second.number)
        }
        let short = try await store.session.profiles(
            asOf: .asked, columns: [column], sort: column, isDescending: isDescending, offset: 3, limit: 4)
        #expect(short.rows == Array(page.rows[3..<7]))
    }

    private static func comesBefore(_ low: Value, _ high: Value) -> Bool {
        switch (low, high) {
        case (.text(let low), .text(let high)): low.lowercased() <= high.lowercased()
        case (.number(let low), .number(let high)): low <= high
        case (.integer(let low), .integer(let high)), (.money(let low), .money(let high)): low <= high
        case (.boolean(let low), .boolean(let high)): !low || high
        case (.date(let low), .date(let high)): low <= high
        case (.timestamp(let low), .timestamp(let high)): low <= high
        default: false
        }
    }

    @Test func `a column that the store does not have is refused with those that are spelled like it`() async throws {
        let store = try await SharedStore.of(shop)
        await #expect(throws: ProfileProblem.unknownColumn("citty", nearest: ["city"])) {
            try await store.session.profiles(asOf: .asked, columns: [.trait("citty")], offset: 0, limit: 1)
        }
    }

    @Test func `pages lie end to end`() async throws {
        let store = try await SharedStore.of(shop)
        let whole = try await list(.revenue, true)
        var pages: [ProfileRow] = []
        for offset in stride(from: 0, to: whole.count + 7, by: 7) {
            let page = try await store.session.profiles(
                asOf: .asked, sort: .revenue, isDescending: true, offset: offset, limit: 7)
            #expect(page.total == whole.count)
            pages += page.rows
        }
        #expect(pages == whole)
        let beyond = try await store.session.profiles(asOf: .asked, offset: 9999, limit: 7)
        #expect(beyond.rows.isEmpty)
    }

    @Test func `revenue before refunds is what was bought`() async throws {
        let store = try await SharedStore.of(shop)
        let page = try await store.session.profiles(
            asOf: .asked, sort: .revenue, isDescending: true, takesGross: true, offset: 0, limit: 1000)
        let gross = try await store.session.total(of: "profile_id", over: "sum(purchase.revenue) > 0", asOf: .asked)
        #expect(page.rows.count { $0.revenueMinor > 0 } == gross.count)
        let net = try await list(.number, false)
        for row in page.rows {
            #expect(row.revenueMinor >= net.first { $0.number == row.number }?.revenueMinor ?? .max)
        }
        #expect(page.rows.reduce(0) { $0 + $1.revenueMinor } > net.reduce(0) { $0 + $1.revenueMinor })
    }

    @Test(arguments: [
        "żak", "ШЕВЧЕНКО", "o'con", "Łucja Żak", "person7@", "+4850000", "12", "nobody", "łódź", "москва nowak",
    ])
    func `finds people by any word of their names, cities and identifiers, in every script`(text: String) async throws {
        let store = try await SharedStore.of(shop)
        let found = try await store.session.search(text, asOf: .asked, limit: 1000)
        let expected = there.filter { person in
            text.split(separator: " ").allSatisfy { word in
                let word = word.lowercased()
                return ["first_name", "last_name", "city", "email", "phone"].contains {
                    person[$0]?.lowercased().contains(word) ?? false
                } || person.id == word
            }
        }
        #expect(Set(found.rows.compactMap { $0.identifier?.value }) == Set(expected.map(\.id)))
        #expect(found.total == expected.count)
    }

    @Test func `letters are found without their marks, and ё by е as the workspace wishes`() async throws {
        let store = try TestStore()
        let rows = "1,Łódź Żółć\n2,Алёна Йорк\n3,Þórunn Straße\n4,Jose\u{301} Nunez\n5,plain lodz\n"
        try await store.importFile("people.csv", Data(("profile_id,name\n" + rows).utf8))
        func found(_ text: String) async throws -> [String] {
            try await store.session.search(text, asOf: .asked, limit: 9).rows.compactMap { $0.identifier?.value }
        }
        #expect(try await found("lodz") == ["1", "5"])
        #expect(try await found("ŁÓDŹ") == ["1", "5"])
        #expect(try await found("zolc") == ["1"])
        #expect(try await found("алена") == ["2"])
        #expect(try await found("алёна") == ["2"])
        #expect(try await found("иорк").isEmpty)
        #expect(try await found("thorunn strasse") == ["3"])
        #expect(try await found("josé") == ["4"])
        try await store.session.set("find_yo", to: "false", at: .asked)
        #expect(try await found("алена").isEmpty)
        #expect(try await found("алёна") == ["2"])
    }

    @Test func `one letter more finds those of fewer letters who hold it`() async throws {
        let store = try await SharedStore.of(shop)
        for text in ["n", "no", "now", "nowa", "nowak", "person1", "person12", "person", "7"] {
            let after = try await store.session.search(text, asOf: .asked, limit: 1000)
            let fresh = try await TestStore(shop)
            let other = try await fresh.session.search(text, asOf: .asked, limit: 1000)
            #expect(after.rows.map(\.number) == other.rows.map(\.number))
        }
    }

    @Test func `a search shows no more than asked for and tells how many there are`() async throws {
        let store = try await SharedStore.of(shop)
        let found = try await store.session.search("example", asOf: .asked, limit: 3)
        #expect(found.rows.count == 3)
        #expect(found.total > 3)
    }

    @Test func `a card holds every trait of the file with its source`() async throws {
        let store = try await SharedStore.of(shop)
        for person in there.filter(\.isOnFile).prefix(20) {
            let profile = try await store.session.profile(named: "profile_id:\(person.id)")
            let card = try await store.session.card(of: profile, asOf: .asked)
            #expect(Set(card.traits.map(\.name)) == Set(person.traits.filter { !$0.value.isEmpty }.keys))
            #expect(card.traits.allSatisfy { $0.source == "profiles" })
            #expect(card.events == person.events.count { ($0["timestamp"] ?? "") < .asked })
            #expect(card.orders == person.orders.count { $0.time < .asked })
            #expect(card.identifiers.contains(Identifier(kind: "profile_id", value: person.id)))
            #expect(card.reach.contains(.email) == (person["email"] != nil && person["email_consent"] == "1"))
            #expect(card.reach.contains(.sms) == (person["phone"] != nil && person["sms_consent"] == "1"))
            #expect((card.rfm != nil) == !person.purchases(before: .asked).isEmpty)
        }
    }

    @Test func `an identifier stands bare or with its kind, and an unknown one says what to write`() async throws {
        let store = try await SharedStore.of(shop)
        let person = try #require(there.first { $0["email"] != nil && $0["phone"] != nil })
        let number = try await store.session.profile(named: person.id)
        for name in ["profile_id:\(person.id)", "email:\(person["email"]?.uppercased() ?? "")", person["phone"] ?? ""] {
            #expect(try await store.session.profile(named: name) == number)
        }
        await #expect(throws: ProfileProblem.unknown) { try await store.session.profile(named: "email:nobody@x.org") }
    }

    @Test func `a timeline holds everything that happened before the date, the newest first`() async throws {
        let store = try await SharedStore.of(shop)
        for person in there.prefix(20) {
            let profile = try await store.session.profile(named: "profile_id:\(person.id)")
            let page = try await store.session.timeline(of: profile, asOf: .asked, offset: 0, limit: 1000)
            let expected =
                person.events.map { ($0["timestamp"] ?? "", $0["type"] ?? "") }
                + person.orders.map { ($0.time, "order") }
            let before = expected.filter { $0.0 < .asked }
            #expect(page.total == before.count)
            #expect(page.entries.map { "\($0.time) \($0.name)" }.sorted() == before.map { "\($0.0) \($0.1)" }.sorted())
            #expect(zip(page.entries, page.entries.dropFirst()).allSatisfy { $0.time >= $1.time })
            #expect(
                page.entries.reduce(0) { $0 + $1.lines.count }
                    == person.orders.filter { $0.time < .asked }.reduce(0) { $0 + $1.lines.count })
            #expect(page.weeks.count == 52)
            #expect(page.weeks.reduce(0, +) == before.count { $0.0 >= "2025-01-02T00:00:00Z" })
            #expect(page.names == Dictionary(grouping: page.entries, by: \.name).mapValues(\.count))
            for name in page.names.keys {
                let named = try await store.session.timeline(
                    of: profile, asOf: .asked, names: [name], offset: 0, limit: 1000)
                #expect(named.entries == page.entries.filter { $0.name == name })
                #expect(named.total == named.entries.count && named.weeks == page.weeks)
            }
            let half = try await store.session.timeline(of: profile, asOf: .asked, offset: 2, limit: 3)
            #expect(half.entries == Array(page.entries.dropFirst(2).prefix(3)))
        }
    }
}
