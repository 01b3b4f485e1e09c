import Columnar
import Customers
import Filters
import Segmentation

/// Segments and identifiers of a shop.
struct DerivedFigures {
    private let segments: [String: Filter]
    private let identifiers: Column
    private let rules: Evaluator

    init(of shop: Shop, in population: Population, calendar: CivilCalendar = .utc, segments: [String: Filter]) {
        self.segments = segments
        var identifiers = [String](repeating: "", count: population.profiles.count)
        for (person, place) in zip(shop.people, ShopColumns.profiles(of: shop)) {
            let smallest = person.records.flatMap(\.identifiers).min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            identifiers[place] = smallest ?? ""
        }
        var laid = TextVector()
        for identifier in identifiers { laid.append(identifier) }
        let column = Column.texts(bytes: Lane(laid.bytes), ends: Lane(laid.ends.map(UInt64.init)))
        self.identifiers = column
        let alone = DerivedColumns(type: { $0 == .identifier ? .text : nil }, column: { _, _ in column })
        rules = Evaluator(population, calendar: calendar, options: .init(birthDate: "birth"), derived: alone)
    }

    func type(of derivation: Derivation) -> ValueType? {
        switch derivation {
        case .member(let name): segments[name] == nil ? nil : .boolean
        case .identifier: .text
        default: nil
        }
    }

    func column(of derivation: Derivation, asOf instant: Instant) throws -> Column {
        guard case .member(let name) = derivation, let rule = segments[name] else { return identifiers }
        return .flags(try rules.members(of: rule, asOf: instant))
    }
}

extension DerivedColumns {
    /// Segments and identifiers of a shop.
    init(
        of shop: Shop, in population: Population, calendar: CivilCalendar = .utc, segments: [String: Filter]
    ) {
        let figures = DerivedFigures(of: shop, in: population, calendar: calendar, segments: segments)
        self.init(type: { figures.type(of: $0) }, column: { try figures.column(of: $0, asOf: $1) })
    }
}
