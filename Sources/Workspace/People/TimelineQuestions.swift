import Columnar
public import Customers

extension Session {
    /// A stretch of what a profile did, newest first.
    @concurrent
    public nonisolated func timeline(of profile: Int, asOf: Instant, offset: Int, limit: Int) async throws
        -> TimelinePage
    {
        let state = try await current()
        guard profile < state.population.profiles.count else { throw ProfileProblem.unknown }
        let places = TimelinePlaces(state.population, profile: profile, asOf: asOf)
        let start = min(max(0, offset), places.all.count)
        let entries = places.all[start..<min(places.all.count, start + max(0, limit))].map {
            state.population.entry($0)
        }
        return TimelinePage(entries: entries, offset: start, total: places.all.count, weeks: places.weeks(before: asOf))
    }
}

/// Where the events and orders of a profile lie, newest first.
struct TimelinePlaces {
    enum Place {
        case event(table: String, row: Int)
        case order(row: Int)
    }

    let all: [(time: Int64, place: Place)]

    init(_ population: Population, profile: Int, asOf: Instant) {
        var all: [(time: Int64, place: Place)] = []
        for event in population.timeline.events(of: profile) where event.time < asOf.milliseconds {
            all.append((event.time, .event(table: event.name, row: event.row)))
        }
        let events = all.count
        for row in population.orders.byRecord.rows(of: profile) where population.orders.times[row] < asOf.milliseconds {
            all.append((population.orders.times[row], .order(row: row)))
        }
        if all.count > events {
            self.all = all.enumerated().sorted { ($0.element.time, $0.offset) > ($1.element.time, $1.offset) }.map(
                \.element)
        } else {
            self.all = all.reversed()
        }
    }

    /// How many fall in each of the 52 weeks of 168 hours before an instant, the oldest week first.
    func weeks(before asOf: Instant) -> [Int] {
        var weeks = [Int](repeating: 0, count: 52)
        for (time, _) in all {
            let age = (asOf.milliseconds - 1 - time) / 604_800_000
            if age < 52 { weeks[51 - Int(age)] += 1 }
        }
        return weeks
    }
}

extension Population {
    /// What stands in a place of a timeline.
    func entry(_ place: (time: Int64, place: TimelinePlaces.Place)) -> TimelineEntry {
        let time = Instant(milliseconds: place.time)
        switch place.place {
        case .event(let table, let row):
            return TimelineEntry(
                kind: .event, time: time, name: table, properties: Self.values(events[table]?.properties ?? [:], row))
        case .order(let row):
            let start = row == 0 ? 0 : Int(orders.lineEnds[row - 1])
            let lines =
                row < orders.lineEnds.count
                ? (start..<Int(orders.lineEnds[row])).map { Self.values(self.orders.lines, $0) } : []
            return TimelineEntry(
                kind: .order, time: time, name: "order", properties: Self.values(orders.properties, row), lines: lines)
        }
    }

    private static func values(_ columns: [String: Column], _ row: Int) -> [NamedValue] {
        columns.keys.sorted().compactMap { name in columns[name]?[row].map { NamedValue(name, $0.value) } }
    }
}
