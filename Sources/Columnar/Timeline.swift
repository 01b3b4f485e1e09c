/// The events of each record in time order.
public struct Timeline: Sendable {
    /// One table of events as the timeline knows it.
    public struct Table: Sendable {
        public let name: String
        /// Where the table's rows end when the tables lie end to end, late rows left out.
        public let end: Int
        /// The times of all rows.
        public let times: TimeLane
        /// Rows that came after the events were grouped by record.
        public let late: LateRows?

        public init(name: String, end: Int, times: TimeLane, late: LateRows? = nil) {
            self.name = name
            self.end = end
            self.times = times
            self.late = late
        }
    }

    /// One event.
    public struct Event: Sendable {
        /// The number of its table among `names`.
        public let table: Int
        /// Its row there.
        public let row: Int
        /// Milliseconds since 1970.
        public let time: Int64
    }

    /// The names of the tables in the order in which they lie.
    public let names: [String]
    private let tables: [Table]
    private let byRecord: RowIndex
    // What is asked for every event, taken out of the tables.
    private let ends: [Int]
    private let times: [TimeLane]
    private let hasLateRows: Bool

    /// - Parameters:
    ///   - tables: in the order in which they lie end to end.
    ///   - byRecord: the places of each record's events in the tables end to end, in time order; late rows left out.
    public init(tables: [Table], byRecord: RowIndex) {
        names = tables.map(\.name)
        self.tables = tables
        self.byRecord = byRecord
        ends = tables.map(\.end)
        times = tables.map(\.times)
        hasLateRows = tables.contains { $0.late != nil }
    }

    /// The events of a record in time order, late ones after the others of their time.
    ///
    /// - Complexity: O(events of the record), times the log of the number of tables
    public func events(of record: Int) -> [Event] {
        var events = byRecord.groupedRows(of: record).map { event(at: $0) }
        guard hasLateRows else { return events }
        let grouped = events.count
        for (number, table) in tables.enumerated() {
            guard let late = table.late else { continue }
            for row in late.rows(of: record) {
                events.append(Event(table: number, row: row, time: table.times[row]))
            }
        }
        guard events.count > grouped else { return events }
        return events.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    }

    /// The time of a record's last event before an instant, both in milliseconds since 1970.
    ///
    /// - Complexity: O(events of the record at or after the instant), and those that came late
    public func lastTime(of record: Int, before instant: Int64) -> Int64? {
        var last = byRecord.groupedRows(of: record).reversed().lazy.map { event(at: $0).time }.first { $0 < instant }
        guard hasLateRows else { return last }
        for table in tables {
            guard let rows = table.late?.rows(of: record) else { continue }
            for row in rows where table.times[row] < instant { last = max(last ?? .min, table.times[row]) }
        }
        return last
    }

    private func event(at place: Int) -> Event {
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] <= place { low = middle + 1 } else { high = middle }
        }
        let old = place - (low == 0 ? 0 : ends[low - 1])
        let row = hasLateRows ? tables[low].late?.place(of: old) ?? old : old
        return Event(table: low, row: row, time: times[low][row])
    }
}
