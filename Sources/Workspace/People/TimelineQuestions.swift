import Columnar
public import Customers

extension Session {
    /// A stretch of what a profile did, newest first.
    ///
    /// - `names`: those of the events to show, `order` for orders; none for all.
    /// - Complexity: O(events and orders of the profile); values are read for the entries of the stretch alone.
    @concurrent
    public nonisolated func timeline(
        of profile: Int, asOf: Instant, names: Set<String> = [], offset: Int, limit: Int
    ) async throws -> TimelinePage {
        let state = try await current()
        guard profile < state.population.profiles.count else { throw ProfileProblem.unknown }
        let columns = state.timelineColumns
        let places = TimelinePlaces(state.population, profile: profile, asOf: asOf)
        let shown = names.isEmpty ? places.all : places.all.filter { names.contains(columns.name(of: $0)) }
        let start = min(max(0, offset), shown.count)
        let entries = shown[start..<start + min(shown.count - start, max(0, limit))].map {
            columns.entry($0, orders: state.population.orders)
        }
        return TimelinePage(
            entries: entries, offset: start, total: shown.count, weeks: places.weeks(before: asOf),
            names: columns.counts(of: places.all))
    }
}

/// Where the events and orders of a profile lie, newest first.
struct TimelinePlaces {
    /// One event or order.
    struct Place {
        /// Milliseconds since 1970.
        let time: Int64
        /// The number of its table of events; none for an order.
        let table: Int?
        let row: Int
    }

    let all: [Place]

    init(_ population: Population, profile: Int, asOf: Instant) {
        let events = population.timeline.events(of: profile)
        let orders = population.orders.byRecord.rows(of: profile)
        var all: [Place] = []
        all.reserveCapacity(events.count + orders.count)
        // Both rise in time; of equal instants the order comes after the event.
        var taken = 0
        func takeOrders(before time: Int64) {
            while taken < orders.count {
                let placed = population.orders.times[orders[taken]]
                guard placed < time else { return }
                all.append(Place(time: placed, table: nil, row: orders[taken]))
                taken += 1
            }
        }
        for event in events where event.time < asOf.milliseconds {
            takeOrders(before: event.time)
            all.append(Place(time: event.time, table: event.table, row: event.row))
        }
        takeOrders(before: asOf.milliseconds)
        self.all = all.reversed()
    }

    /// How many fall in each of the 52 weeks of 168 hours before an instant, the oldest week first.
    func weeks(before asOf: Instant) -> [Int] {
        var weeks = [Int](repeating: 0, count: 52)
        for place in all {
            let age = (asOf.milliseconds - 1 - place.time) / 604_800_000
            if age < 52 { weeks[51 - Int(age)] += 1 }
        }
        return weeks
    }
}

extension TimelineColumns {
    /// How many places there are of each name.
    func counts(of places: [TimelinePlaces.Place]) -> [String: Int] {
        var counts = [Int](repeating: 0, count: tables.count + 1)
        for place in places { counts[place.table ?? tables.count] += 1 }
        var named: [String: Int] = [:]
        for (table, count) in counts.enumerated() where count > 0 {
            named[table < tables.count ? tables[table].name : Self.orderName, default: 0] += count
        }
        return named
    }

    /// What a place is called.
    func name(of place: TimelinePlaces.Place) -> String { place.table.map { tables[$0].name } ?? Self.orderName }

    private static let orderName = "order"

    /// What stands in a place of a timeline.
    func entry(_ place: TimelinePlaces.Place, orders table: OrderTable) -> TimelineEntry {
        let time = Instant(milliseconds: place.time)
        if let number = place.table {
            return TimelineEntry(
                kind: .event, time: time, name: tables[number].name,
                properties: tables[number].properties.values(at: place.row)
                    + [refund(at: place.row, ofTable: number)].compactMap(\.self))
        }
        let lineRows = place.row < table.lineEnds.count ? table.lineEnds.members(of: place.row..<place.row + 1) : 0..<0
        return TimelineEntry(
            kind: .order, time: time, name: Self.orderName, properties: orders.values(at: place.row),
            lines: lineRows.map { lines.values(at: $0) })
    }
}
