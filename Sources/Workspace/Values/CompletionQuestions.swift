import Analytics
import Columnar
public import Customers
public import Filters
import Segmentation

extension Session {
    /// The names that filters of this workspace may use.
    @concurrent
    public nonisolated func vocabulary() async throws -> Vocabulary {
        let state = try await current()
        var traits = state.population.traits.mapValues(\.current.type)
        let birthDate = state.settings["birth_date"]
        if traits["age"] == nil, traits[birthDate] == .date { traits["age"] = .integer }
        let names = Set(state.population.events.keys).union(EventColumns.orderNames)
            .union(state.population.knowsRefunds ? [Population.refundName] : [])
        let events = names.map { name in
            let columns = EventColumns(name, in: state.population)
            return (name, Vocabulary.Event(count: columns.count, properties: columns.types))
        }
        return Vocabulary(
            traits: traits, grouping: state.groupingTraits, events: Dictionary(events) { first, _ in first },
            segments: state.references.sources.keys.sorted(), funnels: state.references.funnels.keys.sorted(),
            purposes: ["marketing"], groups: RFMGroup.allCases.map(\.name))
    }

    /// Values of a trait or property that begin so, with how many profiles or events hold each.
    ///
    /// The best match comes first, among equals the most frequent; case, accents and strokes make no difference.
    /// Columns of which most values differ, such as addresses, have nothing to choose from.
    @concurrent
    public nonisolated func values(
        of subject: ValueWish.Subject, beginning: String, limit: Int
    ) async throws -> [CountedValue] {
        let state = try await current()
        return state.values.values(of: subject) { state.counted(subject) }.beginning(beginning, limit: max(0, limit))
    }

    /// What may stand at a place of a filter's text, the values with their counts included.
    @concurrent
    public nonisolated func complete(_ text: String, at offset: Int, limit: Int) async throws -> Candidates {
        let found = candidates(in: text, at: offset, vocabulary: try await vocabulary())
        guard let wish = found.wish else { return found }
        return found.adding(try await values(of: wish.subject, beginning: wish.beginning, limit: limit))
    }
}

extension WorkspaceState {
    fileprivate func counted(_ subject: ValueWish.Subject) -> [CountedValue] {
        var tally = ValueTally()
        switch subject {
        case .trait(let name):
            guard let trait = population.traits[name] else { return [] }
            tally.add(trait.current, .records(population.profiles, of: population.existence.ever.bitmap))
        case .property(let event, let name):
            for (column, rows) in EventColumns(event, in: population).columns(named: name) { tally.add(column, rows) }
        }
        return tally.values
    }
}

/// The columns of the events of one name, which for orders lie in several tables.
struct EventColumns {
    static let orderNames: Set = ["order", "purchase"]
    /// Files call the product of a line by either name.
    private static let twins = ["product": "product_id", "product_id": "product"]

    private let table: EventTable?
    private let orders: OrderTable?
    /// The orders that count; nil for all.
    private let only: Bitmap?

    init(_ name: String, in population: Population) {
        table = name == Population.refundName ? population.refunds : population.events[name]
        orders = Self.orderNames.contains(name) ? population.orders : nil
        only = name == "purchase" ? population.orders.purchases.bitmap : nil
    }

    /// Rows of events that stand for a known order too.
    private var covered: Bitmap? { orders == nil ? nil : table?.coveredByOrder?.bitmap }

    var count: Int {
        let events = (table?.count ?? 0) - (covered?.count ?? 0)
        return events + (orders.map { only?.count ?? $0.count } ?? 0)
    }

    /// The properties with their types.
    var types: [String: ValueType] {
        var columns = table?.properties ?? [:]
        if let orders { columns.merge(orders.properties) { first, _ in first } }
        if let orders { columns.merge(orders.lines) { first, _ in first } }
        return columns.mapValues(\.type)
    }

    /// The columns of a property with the rows that count.
    func columns(named name: String) -> [(Column, ValueTally.Rows)] {
        var columns: [(Column, ValueTally.Rows)] = []
        if let column = table?.properties[name] { columns.append((column, .events(leavingOut: covered))) }
        guard let orders else { return columns }
        if let column = orders.properties[name] {
            columns.append((column, .events(leavingOut: only.map { ~$0 })))
        } else if let column = orders.lines[name] ?? Self.twins[name].flatMap({ orders.lines[$0] }) {
            columns.append((column, .lines(ends: orders.lineEnds, of: only)))
        }
        return columns
    }
}
