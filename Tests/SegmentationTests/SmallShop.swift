import Columnar
import Customers
import Filters
import Segmentation

/// A shop of a few people, asked in the filter language.
struct SmallShop {
    var evaluator: Evaluator
    private let profiles: [Int]

    /// - Parameters:
    ///   - people: the people, by number from 0.
    ///   - zone: the workspace's zone.
    ///   - firstWeekday: the day on which weeks begin.
    ///   - segments: the texts of saved segments, which refer to no others.
    ///   - derived: the figures of other modules, in place of segments and identifiers.
    ///   - cache: where answers are kept.
    ///   - version: the state of the store.
    init(
        _ people: [Person], zone: String = "UTC", firstWeekday: Weekday = .monday, segments: [String: String] = [:],
        derived: DerivedColumns? = nil, cache: EvaluationCache = .init(), version: Int = 0
    ) {
        let shop = Shop(people: people)
        var columns = ShopColumns(shop: shop, random: SeededGenerator(seed: 1))
        profiles = ShopColumns.profiles(of: shop)
        let population = columns.population()
        let calendar = CivilCalendar(zone: zone, firstWeekday: firstWeekday) ?? .utc
        let rules = segments.compactMapValues { try? Filter(parsing: $0) }
        evaluator = Evaluator(
            population, calendar: calendar, options: .init(birthDate: "birth"),
            derived: derived ?? DerivedColumns(of: shop, in: population, calendar: calendar, segments: rules),
            cache: cache, version: version)
    }

    /// The people whom a filter finds, as of an instant in ISO 8601.
    func members(_ text: String, asOf instant: String = "2026-05-01T12:00:00Z") throws -> [Int] {
        let found = try evaluator.members(of: Filter(parsing: text), asOf: SegmentationTests.instant(instant))
        return profiles.indices.filter { found[profiles[$0]] }
    }
}

/// An instant in ISO 8601; a date is its midnight in UTC.
func instant(_ text: String) -> Instant {
    guard let instant = CivilCalendar.utc.instant(parsing: text) else { preconditionFailure("no time: \(text)") }
    return instant
}

extension Person {
    /// A person of one record with traits that never changed.
    init(_ traits: [String: Value] = [:], events: [Event] = [], orders: [Order] = []) {
        self.init(records: [
            Record(traits: traits.mapValues { History(first: $0) }, events: events, orders: orders)
        ])
    }
}

extension Event {
    init(_ name: String, at text: String, _ properties: [String: Value] = [:], isCovered: Bool = false) {
        self.init(name: name, time: instant(text).milliseconds, properties: properties, isCovered: isCovered)
    }
}

extension Order {
    init(
        at text: String, isCancelled: Bool = false, _ properties: [String: Value] = [:],
        lines: [[String: Value]] = []
    ) {
        self.init(time: instant(text).milliseconds, isCancelled: isCancelled, properties: properties, lines: lines)
    }
}

extension Value {
    static func date(_ year: Int, _ month: Int, _ day: Int) -> Value {
        .date(CivilDate(year: year, month: month, day: day) ?? .earliest)
    }

    static func time(_ text: String) -> Value { .timestamp(SegmentationTests.instant(text)) }
}
