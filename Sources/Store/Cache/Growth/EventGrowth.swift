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

    /// Grows all tables that new events belong to, and beside them what is known of when records came to be.
    ///
    /// - Returns: for each table, by the number that it has, the rows that came late.
    func grow(beside existence: ExistenceGrowth) throws -> [Int: LateRows] {
        var existence = existence
        guard arrivals.rows > 0 else {
            existence.write(to: sections)
            return [:]
        }
        for row in 0..<arrivals.rows { existence.note(Int(arrivals.records[row]), at: arrivals.times[row]) }
        sections.directory.events += arrivals.rows
        sections.directory.firstEvent = [sections.directory.firstEvent, arrivals.first].compactMap(\.self).min()
        sections.directory.lastEvent = [sections.directory.lastEvent, arrivals.last].compactMap(\.self).max()
        let properties = try growth.catalogue.variants(of: .events).map { name, columns in
            (name, try columns.compactMap { try reader.column($0) })
        }
        // The largest first, so that the threads end together.
        let tables = try rowsByName().map { (number: tableNumber(of: $0.name), rows: $0.rows) }
            .sorted { $0.rows.count > $1.rows.count }
        let events = NewEvents(
            records: Array(arrivals.records), times: Array(arrivals.times), properties: properties)
        let (base, directory) = (sections.base, sections.directory)
        let dates = existence
        let grown = try shared(tables.count + 1) { part -> (late: LateRows?, branch: GrownSections.Branch) in
            let own = GrownSections.branch(of: base, directory)
            guard part < tables.count else {
                dates.write(to: own)
                return (nil, own.branch)
            }
            let late = try EventTableGrowth(sections: own, events: events)
                .grow(tables[part].number, by: tables[part].rows)
            return (late, own.branch)
        }
        var late: [Int: LateRows] = [:]
        for (part, (rows, branch)) in grown.enumerated() {
            try sections.merge(branch)
            guard let rows else { continue }
            late[tables[part].number] = rows
            sections.directory.tables[tables[part].number] = branch.tables[tables[part].number]
        }
        return late
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
