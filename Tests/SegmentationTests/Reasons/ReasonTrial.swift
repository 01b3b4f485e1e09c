import Columnar
import Customers
import Filters
import Segmentation

/// A random shop as it is known at an instant, asked as a whole and person by person.
struct ReasonTrial {
    let shop: Shop
    let now: Instant
    let whole: Evaluator
    let calendar: CivilCalendar
    private let population: Population
    /// The places of the people.
    let places: [Int]
    private let segments: [String: Filter]

    init(_ random: inout SeededGenerator, calendar: CivilCalendar = .utc, people: Int = 10) {
        let original = random.shop(people: random.number(1...people))
        let now = Instant(milliseconds: Pool.time(&random))
        let segments = ["First": random.rule(), "Second": random.rule()]
        self.init(
            original.known(before: now.milliseconds), asOf: now, calendar: calendar, segments: segments, random)
    }

    /// A shop of people who are told.
    init(_ people: [Person], asOf now: String, zone: String = "UTC", segments: [String: String] = [:]) throws {
        self.init(
            Shop(people: people), asOf: instant(now), calendar: CivilCalendar(zone: zone) ?? .utc,
            segments: try segments.mapValues { try Filter(parsing: $0) }, SeededGenerator(seed: 1))
    }

    private init(
        _ shop: Shop, asOf now: Instant, calendar: CivilCalendar, segments: [String: Filter], _ random: SeededGenerator
    ) {
        self.shop = shop
        self.now = now
        self.segments = segments
        self.calendar = calendar
        var columns = ShopColumns(shop: shop, random: random)
        population = columns.population()
        places = ShopColumns.profiles(of: shop)
        whole = Evaluator(
            population, calendar: calendar, options: .init(birthDate: "birth"),
            derived: DerivedColumns(of: shop, in: population, calendar: calendar, segments: segments))
    }

    /// Asks of one person alone.
    func alone(_ person: Int) -> Evaluator {
        let part = population.cut(to: places[person], before: now)
        var only = shop.people[person]
        // Who has no identifier is drawn by number, and has another one now.
        if only.records.allSatisfy(\.identifiers.isEmpty) {
            only.records[0].identifiers = ["#\(places[person])"]
        }
        return whole.asking(
            part, since: whole.beginning,
            derived: DerivedColumns(
                of: Shop(people: [only]), in: part, calendar: calendar, segments: segments))
    }

    /// Why a person is a member of a filter, or is not.
    func reasons(_ text: String, of person: Int = 0) throws -> MembershipReasons {
        let alone = alone(person)
        return try alone.reasons(for: Filter(parsing: text), asOf: now, knowing: knowledge(alone))
    }

    /// What is known of the derived figures of a person.
    func knowledge(_ evaluator: Evaluator) -> ProfileKnowledge {
        let nothing = ProfileKnowledge(turns: { _, _ in [] })
        return ProfileKnowledge { derivation, stretch in
            guard case .member(let name) = derivation, let rule = segments[name] else { return [] }
            return try evaluator.turns(
                of: rule, after: stretch.lowerBound, upTo: stretch.upperBound, knowing: nothing)
        }
    }
}

extension Shop {
    /// The shop without what happens at or after an instant.
    fileprivate func known(before now: Int64) -> Shop {
        var shop = self
        for person in shop.people.indices {
            for record in shop.people[person].records.indices { shop.people[person].records[record].forget(from: now) }
        }
        return shop
    }
}

extension Record {
    fileprivate mutating func forget(from now: Int64) {
        // A record that is not known yet never will be.
        if let since, since >= now { self.since = .max - 1 }
        events.removeAll { $0.time >= now }
        orders.removeAll { $0.time >= now }
        traits = traits.mapValues { history in
            var history = history
            history.changes.removeAll { $0.time >= now }
            return history
        }
    }
}
