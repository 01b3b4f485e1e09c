import Columnar
import Customers
import Filters
import Segmentation
import Testing

/// A slice of all people against everybody.
struct SliceTests {
    @Test func `a filter holds of a slice's people what it holds of them among all`() throws {
        for seed in 0..<150 {
            var random = SeededGenerator(seed: UInt64(7_000_000 + seed))
            var shop = random.shop(people: 12)
            // Who has no identifier is drawn by number, and bears another number in a slice.
            for place in shop.people.indices where shop.people[place].records.allSatisfy(\.identifiers.isEmpty) {
                shop.people[place].records[0].identifiers = ["number:\(place)"]
            }
            var columns = ShopColumns(shop: shop, random: random)
            let population = columns.population()
            let segments = ["First": random.rule(), "Second": random.rule()]
            let derived = DerivedColumns(of: shop, in: population, segments: segments)
            let whole = Evaluator(population, calendar: .utc, options: .init(birthDate: "birth"), derived: derived)
            let slice = PopulationSlice(of: population, oneIn: random.pick([1, 2, 4]))
            for _ in 0..<10 {
                let filter = random.filter(depth: 2)
                let now = Instant(milliseconds: Pool.time(&random))
                let texts = [filter.text] + segments.values.map(\.text)
                let part = whole.asking(
                    try slice.population(naming: texts, birthDate: "birth"), since: whole.beginning,
                    derived: DerivedColumns(of: slice, from: shop, in: population, segments: segments))
                let expected = slice.picking(try whole.members(of: filter, asOf: now))
                try #require(
                    try part.members(of: filter, asOf: now) == expected, "seed \(seed), at \(now): \(filter.text)")
            }
        }
    }

    @Test(arguments: ["ordered cart of visit", "Abandoned CART of visit", "not open cart of visit"])
    func `carts bring the purchases that order them, which their words do not name`(text: String) throws {
        let events = [Event("visit", at: "2026-04-30T20:00:00Z")]
        let bought = [Event("purchase", at: "2026-04-30T22:00:00Z")]
        let shop = Shop(people: [
            Person(events: events), Person(events: events + bought),
            Person(events: events, orders: [Order(at: "2026-04-30T22:00:00Z")]),
        ])
        var columns = ShopColumns(shop: shop, random: SeededGenerator(seed: 1))
        let population = columns.population()
        let whole = Evaluator(population, calendar: .utc)
        let slice = PopulationSlice(of: population, oneIn: 1)
        let part = whole.asking(
            try slice.population(naming: [text], birthDate: nil), since: whole.beginning, derived: .none)
        let (filter, now) = (try Filter(parsing: text), instant("2026-05-03"))
        #expect(try part.members(of: filter, asOf: now) == whole.members(of: filter, asOf: now))
        #expect(try part.members(of: filter, asOf: instant("2026-05-01")).count == (text.hasPrefix("A") ? 0 : 2))
    }

    @Test func `what is prepared answers as what is gathered when asked`() async throws {
        var random = SeededGenerator(seed: 7_100_000)
        let shop = random.shop(people: 40)
        var columns = ShopColumns(shop: shop, random: random)
        let population = columns.population()
        let (prepared, fresh) = (PopulationSlice(of: population, oneIn: 2), PopulationSlice(of: population, oneIn: 2))
        try await prepared.prepare()
        let whole = try prepared.population(naming: [], birthDate: nil)
        #expect(Set(whole.traits.keys) == Set(population.traits.keys))
        #expect(Set(whole.events.keys) == Set(population.events.keys))
        for name in population.events.keys {
            let texts = [name] + (population.events[name]?.properties.keys.sorted() ?? [])
            let asked = try fresh.population(naming: [texts.joined(separator: " ")], birthDate: nil)
            #expect(
                whole.events[name]?.properties.keys.sorted() == asked.events[name]?.properties.keys.sorted(), "\(name)")
            #expect(whole.events[name]?.records.count == asked.events[name]?.records.count)
        }
        #expect(Set(whole.orders.properties.keys) == Set(population.orders.properties.keys))
        #expect(Set(whole.orders.lines.keys) == Set(population.orders.lines.keys))
    }

    @Test func `what is prepared is left off when it is not wanted any more`() async {
        var random = SeededGenerator(seed: 7_100_001)
        let shop = random.shop(people: 40)
        var columns = ShopColumns(shop: shop, random: random)
        let slice = PopulationSlice(of: columns.population(), oneIn: 1)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await slice.prepare()
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func `a slice takes its share of many people, and all records of each`() {
        let records = 40_000
        let profiles = (0..<records).map { UInt32($0 % 3 == 2 ? $0 - 1 : $0) }
        let population = Population.empty(of: ProfileMap(count: records, profileOfRecord: Lane(profiles)))
        let slice = PopulationSlice(of: population, oneIn: 16)
        let chosen = Set(slice.records.map { profiles[$0] })
        #expect((1400...1930).contains(chosen.count), "one in 16 of 26 667")
        #expect(slice.records == (0..<records).filter { chosen.contains(profiles[$0]) })
    }

    @Test(arguments: [(0, 1), (20_000, 1), (32_768, 2), (100_000, 4), (1_000_000, 32), (50_000_000, 64)])
    func `few people are taken whole, of many a part`(people: Int, parts: Int) {
        #expect(PopulationSlice.parts(for: people) == parts)
    }
}

extension DerivedColumns {
    /// The figures of the people of a slice.
    fileprivate init(of slice: PopulationSlice, from shop: Shop, in population: Population, segments: [String: Filter])
    {
        let all = DerivedFigures(of: shop, in: population, segments: segments)
        self.init(type: { all.type(of: $0) }, column: { try all.column(of: $0, asOf: $1).picking(slice.records) })
    }
}

extension Population {
    /// People of whom nothing is known.
    fileprivate static func empty(of profiles: ProfileMap) -> Population {
        let everybody = Bitmap(rows: profiles.count, repeating: true)
        let none = RowIndex(ends: Lane([]), rows: Lane([]))
        let orders = OrderTable(
            records: Lane([]), times: .milliseconds(Lane([])),
            purchases: BitmapLane(rows: 0, words: Lane([])), properties: [:], lineEnds: Lane([]), lines: [:],
            byRecord: none)
        return Population(
            profiles: profiles,
            existence: Existence(
                ever: BitmapLane(rows: everybody.rows, words: Lane(everybody.words)), since: nil, latest: .min),
            traits: [:], events: [:], orders: orders, timeline: Timeline(tables: [], byRecord: none))
    }
}
