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

    /// - Parameters:
    ///   - tables: in the order in which they lie end to end.
    ///   - byRecord: the places of each record's events in the tables end to end, in time order; late rows left out.
    public init(tables: [Table], byRecord: RowIndex) {
        names = tables.map(\.name)
        self.tables = tables
        self.byRecord = byRecord
    }

    /// The events of a record in time order, late ones after the others of their time.
    ///
    /// - Complexity: O(events of the record), times the log of the number of tables
    public func events(of record: Int) -> [Event] {
        var events = byRecord.groupedRows(of: record).map { event(at: $0) }
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

    private func event(at place: Int) -> Event {
        var low = 0
        var high = tables.count
        while low < high {
            let middle = (low + high) / 2
            if tables[middle].end <= place { low = middle + 1 } else { high = middle }
        }
        let table = tables[low]
        let old = place - (low == 0 ? 0 : tables[low - 1].end)
        let row = table.late?.place(of: old) ?? old
        return Event(table: low, row: row, time: table.times[row])
    }
}
