import Columnar
import Customers
import Filters

extension Binder {
    func performed(
        _ performance: Performance, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        let bounds = performance.isNegated ? CountBounds(least: 0, most: 0) : CountBounds(performance.count)
        let events = try events(performance.event, where: performance.condition, performance.time, times)
        return .performed([EventCount(events: events, bounds: bounds)])
    }

    func occurrence(
        _ occurrence: Occurrence, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        let events = try events(.named(occurrence.event), where: occurrence.condition, occurrence.time, times)
        return .occurrence(occurrence.which, events)
    }

    func events(
        _ name: EventName, where predicate: Predicate?, _ time: TimeRange?, _ times: TimeBinder
    ) throws(BindingError.Reason) -> EventCondition {
        let sources = try sources(name, where: predicate, times)
        return EventCondition(sources: sources.map(\.source), window: try window(time, times))
    }

    /// The stretch of a time; none is all time.
    func window(_ time: TimeRange?, _ times: TimeBinder) throws(BindingError.Reason) -> Window {
        guard let time else { return Window() }
        return try times.instants(time)
    }

    /// The tables that hold events of a name, each with its condition.
    func sources(
        _ name: EventName, where predicate: Predicate?, _ times: TimeBinder
    ) throws(BindingError.Reason) -> [BoundSource] {
        var sources = try sources(name)
        guard let predicate else { return sources }
        try check(predicate.propertyNames, of: name, in: sources)
        for index in sources.indices {
            sources[index].source.predicate = try sources[index].columns.bind(predicate, times, options.fractionDigits)
        }
        return sources
    }

    /// Refuses properties that no table of the event has.
    func check(
        _ properties: [String], of event: EventName, in sources: [BoundSource]
    ) throws(BindingError.Reason) {
        for name in properties where !sources.contains(where: { $0.columns.column(named: name) != nil }) {
            let known = Set(sources.flatMap(\.columns.names))
            let eventName = if case .named(let eventName) = event { eventName } else { String?.none }
            throw .name(
                .unknownProperty(name, event: eventName, nearest: nearestNames(to: name, among: known.sorted())))
        }
    }

    typealias BoundSource = (source: EventSource, columns: PropertyBinder)

    /// The tables that hold events of a name.
    private func sources(_ name: EventName) throws(BindingError.Reason) -> [BoundSource] {
        switch name {
        case .anything:
            let tables = population.events.sorted { $0.key < $1.key }
            return tables.map { source($1, isOrder: Self.orderNames.contains($0)) } + [orders(only: nil)]
        case .named(let name) where Self.orderNames.contains(name):
            let table = population.events[name].map { [source($0, isOrder: true)] } ?? []
            return table + [orders(only: name == "purchase" ? population.orders.purchases : nil)]
        case .named(let name):
            guard let table = name == Population.refundName ? population.refunds : population.events[name] else {
                let known = Set(population.events.keys).union(Self.orderNames)
                throw .name(.unknownEvent(name, nearest: nearestNames(to: name, among: known.sorted())))
            }
            return [source(table, isOrder: false)]
        }
    }

    /// The events that orders are: every order, and every order that was not cancelled.
    private static let orderNames: Set = ["order", "purchase"]

    private func source(_ table: EventTable, isOrder: Bool) -> BoundSource {
        let source = EventSource(
            records: table.records, times: table.times, except: isOrder ? table.coveredByOrder : nil,
            everyRecord: isOrder && table.coveredByOrder != nil ? nil : table.everyRecord)
        return (source, PropertyBinder(own: table.properties, lines: [:]))
    }

    private func orders(only: BitmapLane?) -> BoundSource {
        let table = population.orders
        let source = EventSource(
            records: table.records, times: table.times, only: only,
            everyRecord: only == nil ? table.everyRecord?.ordered : table.everyRecord?.purchased,
            lineEnds: table.lineEnds)
        return (source, PropertyBinder(own: table.properties, lines: table.lines))
    }
}

/// Finds the properties of one table of events.
struct PropertyBinder {
    /// The properties of the event or order itself.
    let own: [String: Column]
    /// Those of an order's lines.
    let lines: [String: Column]

    var names: [String] { Array(own.keys) + lines.keys }

    /// The column of a property; where event and line have it, the event's own.
    func column(named name: String) -> PropertyColumn? {
        if let column = own[name] { return PropertyColumn(column: column, isOfLines: false) }
        // Files call the product of a line by either name.
        let twin = ["product": "product_id", "product_id": "product"][name]
        return (lines[name] ?? twin.flatMap { lines[$0] }).map { PropertyColumn(column: $0, isOfLines: true) }
    }

    func bind(
        _ predicate: Predicate, _ times: TimeBinder, _ fractionDigits: Int
    ) throws(BindingError.Reason) -> RowPredicate {
        switch predicate {
        case .all(let parts): return .all(try bind(parts, times, fractionDigits))
        case .any(let parts): return .any(try bind(parts, times, fractionDigits))
        case .not(let part): return .not(try bind(part, times, fractionDigits))
        case .property(let name, let test):
            guard let property = column(named: name) else { return .missing(isNegated: test.holdsWithoutValue) }
            let column = property.column
            let values = ValueBinder(name: name, type: column.type, times: times, fractionDigits: fractionDigits)
            let bound = try values.bind(test)
            return property.isOfLines ? .line(column, bound) : .column(column, bound)
        }
    }

    private func bind(
        _ parts: [Predicate], _ times: TimeBinder, _ fractionDigits: Int
    ) throws(BindingError.Reason) -> [RowPredicate] {
        var bound: [RowPredicate] = []
        for part in parts { bound.append(try bind(part, times, fractionDigits)) }
        return bound
    }
}
