import Columnar

/// Counts imported events by period: who was active, and what the tracked events amount to.
struct ActivityPass {
    private let sources: MeasureSources
    private let grid: MeasureGrid
    private let tracked: [(event: TrackedEvent, table: EventTable)]
    private let others: [EventTable]
    private let countsActive: Bool
    private let needs: MeasureNeeds

    init(sources: MeasureSources, grid: MeasureGrid, needs: MeasureNeeds) {
        self.sources = sources
        self.grid = grid
        self.needs = needs
        countsActive = needs.active && !sources.events.isEmpty
        tracked = TrackedEvent.allCases.filter(needs.events.contains).compactMap { event in
            sources.table(of: event).map { (event, $0) }
        }
        let names = Set(tracked.map { sources.vocabulary.name(of: $0.event) })
        others = needs.active ? sources.events.filter { !names.contains($0.key) }.map(\.value) : []
    }

    /// The figures of the periods of each report that lie within some of the finest periods.
    func figures(of range: Range<Int>) -> [[PeriodFigures]] {
        let counter = EventCounter(profiles: sources.profiles, people: sources.people)
        var sheets = grid.parts.map { parts in
            let first = parts.prefix { $0.lowerBound < range.lowerBound }.count
            return ActivitySheet(
                sources, parts: parts[first...].filter { $0.upperBound <= range.upperBound }, needs: needs)
        }
        var active = Bitmap(rows: sources.profiles.count)
        var own = Bitmap(rows: sources.profiles.count)
        for period in range {
            let span = grid.finest.span(of: period)
            active.clear()
            for (event, table) in tracked {
                let rows = table.times.rows(in: span)
                if !rows.isEmpty {
                    own.clear()
                    counter.mark(rows, of: table, in: &own)
                    if countsActive { active |= own }
                }
                let times = counter.times(rows, of: table)
                for sheet in sheets.indices { sheets[sheet].take(rows.isEmpty ? nil : own, times: times, of: event) }
            }
            for table in others { counter.mark(table.times.rows(in: span), of: table, in: &active) }
            for sheet in sheets.indices { sheets[sheet].end(period, active: countsActive ? active : nil) }
        }
        return sheets.map(\.figures)
    }
}

/// Marks the profiles of events, and counts events of the people who are meant.
struct EventCounter {
    let profiles: ProfileMap
    let people: Bitmap
    private let countsAll: Bool

    init(profiles: ProfileMap, people: Bitmap) {
        self.profiles = profiles
        self.people = people
        countsAll = people.count == people.rows
    }

    /// Adds the profiles of some events to a set.
    func mark(_ rows: Range<Int>, of table: EventTable, in set: inout Bitmap) {
        guard !rows.isEmpty else { return }
        set.withWords { words in
            table.records.withValues { records in
                guard let map = profiles.profileOfRecord else {
                    for row in rows {
                        let profile = Int(records[row])
                        words[profile >> 6] |= 1 << UInt64(profile & 63)
                    }
                    return
                }
                map.withValues { map in
                    for row in rows {
                        let profile = Int(map[Int(records[row])])
                        words[profile >> 6] |= 1 << UInt64(profile & 63)
                    }
                }
            }
        }
    }

    /// How many of some events are of the people who are meant.
    func times(_ rows: Range<Int>, of table: EventTable) -> Int {
        guard !countsAll else { return rows.count }
        return table.records.withValues { records in
            rows.reduce(0) { $0 + (people[profiles.profile(of: Int(records[$1]))] ? 1 : 0) }
        }
    }
}

extension Bitmap {
    /// Empties the set without giving up its memory.
    mutating func clear() {
        withWords { words in
            for index in words.indices { words[index] = 0 }
        }
    }
}
