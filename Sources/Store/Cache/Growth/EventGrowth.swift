import Columnar
import Customers

/// Puts events that came later into the tables of their names.
struct EventGrowth {
    private let growth: CacheGrowth
    private let sections: GrownSections
    private let reader: ArrivalReader
    private let arrivals: EventArrivals
    private let scratch: Scratch

    init(_ growth: CacheGrowth) throws {
        self.growth = growth
        sections = growth.sections
        reader = try growth.reader(of: .events)
        scratch = Scratch(in: growth.folder)
        arrivals = try EventArrivals(reader, catalogue: growth.catalogue, scratch: scratch)
    }

    /// Grows all tables that new events belong to.
    ///
    /// - Returns: for each table, by the number that it has, the rows that came late.
    func grow(_ existence: inout ExistenceGrowth) throws -> [Int: LateRows] {
        guard arrivals.rows > 0 else { return [:] }
        for row in 0..<arrivals.rows { existence.note(Int(arrivals.records[row]), at: arrivals.times[row]) }
        sections.directory.events += arrivals.rows
        sections.directory.firstEvent = [sections.directory.firstEvent, arrivals.first].compactMap(\.self).min()
        sections.directory.lastEvent = [sections.directory.lastEvent, arrivals.last].compactMap(\.self).max()
        let properties = try growth.catalogue.variants(of: .events).map { name, columns in
            (name, try columns.compactMap { try reader.column($0) })
        }
        let tables = try rowsByName().map { (number: tableNumber(of: $0.name), rows: $0.rows) }
        let events = NewEvents(
            records: Array(arrivals.records), times: Array(arrivals.times), properties: properties)
        let (base, directory) = (sections.base, sections.directory)
        let shares = shares(of: tables)
        let grown = try shared(shares.count) { share in
            let own = GrownSections.branch(of: base, directory)
            let growth = EventTableGrowth(sections: own, events: events)
            let late = try shares[share].map { ($0.number, try growth.grow($0.number, by: $0.rows)) }
            return (late: late, branch: own.branch)
        }
        var late: [Int: LateRows] = [:]
        for part in grown {
            try sections.merge(part.branch)
            for (number, rows) in part.late {
                late[number] = rows
                sections.directory.tables[number] = part.branch.tables[number]
            }
        }
        return late
    }

    /// The tables in two shares of about as many new rows.
    private func shares(of tables: [(number: Int, rows: [Int32])]) -> [[(number: Int, rows: [Int32])]] {
        var shares: [[(number: Int, rows: [Int32])]] = [[], []]
        var sizes = [0, 0]
        for table in tables.sorted(by: { $0.rows.count > $1.rows.count }) {
            let share = sizes[0] <= sizes[1] ? 0 : 1
            shares[share].append(table)
            // Each table costs something, however few rows came.
            sizes[share] += table.rows.count + 200
        }
        return shares
    }

    /// The rows of arrival of each name in time order.
    private func rowsByName() throws -> [(name: String, rows: [Int32])] {
        var rows = Array(repeating: [Int32](), count: arrivals.names.count)
        if arrivals.isOrdered {
            for row in 0..<arrivals.rows { rows[Int(arrivals.types[row])].append(Int32(row)) }
        } else {
            for row in try TimeOrder(arrivals.times, scratch: scratch).rows {
                rows[Int(arrivals.types[Int(row)])].append(Int32(row))
            }
        }
        return zip(arrivals.names, rows).filter { !$1.isEmpty }.map { ($0, $1) }
    }

    private func tableNumber(of name: String) -> Int {
        if let known = sections.directory.tables.firstIndex(where: { $0.name == name }) { return known }
        let number = sections.directory.tables.count
        sections.directory.tables.append(.init(name: name, prefix: "event/\(number)", rows: 0))
        return number
    }
}

extension TimeLane {
    /// The first index whose instant is after `milliseconds`, in instants that rise.
    func upperBound(_ milliseconds: Int64) -> Int { lowerBound(milliseconds + 1) }

    /// The same, where it is known not to be before `start`.
    ///
    /// - Complexity: O(log of how far it is from `start`)
    func upperBound(_ milliseconds: Int64, from start: Int) -> Int {
        var low = start
        var step = 1
        while low + step <= count, self[low + step - 1] <= milliseconds {
            low += step
            step *= 2
        }
        var high = min(count, low + step)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] <= milliseconds { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
