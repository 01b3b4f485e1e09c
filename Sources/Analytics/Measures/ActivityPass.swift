import Columnar

/// Counts imported events by period: who was active, and what the tracked events amount to.
struct ActivityPass {
    let sources: MeasureSources
    let periods: CutPeriods

    /// The figures of some periods.
    func figures(of range: Range<Int>) -> [PeriodFigures] {
        let tracked = TrackedEvent.allCases.compactMap { event in sources.table(of: event).map { (event, $0) } }
        let names = Set(tracked.map { sources.vocabulary.name(of: $0.0) })
        let others = sources.events.filter { !names.contains($0.key) }.map(\.value)
        let counter = EventCounter(profiles: sources.profiles, people: sources.people)
        var active = Bitmap(rows: sources.profiles.count)
        var own = Bitmap(rows: sources.profiles.count)
        return range.map { period in
            let span = periods.span(of: period)
            var figures = PeriodFigures()
            active.clear()
            for (event, table) in tracked {
                let rows = table.times.rows(in: span)
                figures.events[event] = EventFigures()
                guard !rows.isEmpty else { continue }
                own.clear()
                counter.mark(rows, of: table, in: &own)
                figures.events[event] = EventFigures(
                    profiles: own.countShared(with: sources.people), times: counter.times(rows, of: table))
                active |= own
            }
            for table in others { counter.mark(table.times.rows(in: span), of: table, in: &active) }
            if !sources.events.isEmpty { figures.active = active.countShared(with: sources.people) }
            return figures
        }
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
