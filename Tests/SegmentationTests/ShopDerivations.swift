import Columnar
import Customers
import Filters
import Segmentation

extension DerivedColumns {
    /// Segments and identifiers of a shop.
    init(
        of shop: Shop, in population: Population, calendar: CivilCalendar = .utc, segments: [String: Filter]
    ) {
        var identifiers = [String](repeating: "", count: population.profiles.count)
        for (person, place) in zip(shop.people, ShopColumns.profiles(of: shop)) {
            let smallest = person.records.flatMap(\.identifiers).min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            identifiers[place] = smallest ?? ""
        }
        var laid = TextVector()
        for identifier in identifiers { laid.append(identifier) }
        let column = Column.texts(bytes: Lane(laid.bytes), ends: Lane(laid.ends.map(UInt64.init)))
        let alone = DerivedColumns(type: { $0 == .identifier ? .text : nil }, column: { _, _ in column })
        let rules = Evaluator(population, calendar: calendar, options: .init(birthDate: "birth"), derived: alone)
        self.init { derivation in
            switch derivation {
            case .member(let name): segments[name] == nil ? nil : .boolean
            case .identifier: .text
            default: nil
            }
        } column: { derivation, instant in
            guard case .member(let name) = derivation, let rule = segments[name] else { return column }
            return .flags(try rules.members(of: rule, asOf: instant))
        }
    }
}
