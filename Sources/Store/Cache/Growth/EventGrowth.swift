import Columnar
import Customers

/// Puts events that came later into the tables of their names.
struct EventGrowth {
    private let sections: GrownSections
    private let arrivals: EventArrivals
    private let properties: [ArrivedProperty]
    private let scratch: Scratch

    init(_ growth: CacheGrowth) throws {
        sections = growth.sections
        scratch = Scratch(in: growth.folder)
        let reader = try growth.reader(of: .events)
        arrivals = try EventArrivals(reader, catalogue: growth.catalogue, scratch: scratch)
        properties = arrivals.rows > 0 ? try reader.properties(growth.catalogue.variants(of: .events)) : []
    }

    /// Some rows of arrival, in time order, and the number of the table that they go into.
    struct Share: Sendable {
        let table: Int
        let rows: [Int32]
    }

    /// What goes where, the most rows first; tables that there have not been are entered in the directory, empty.
    func shares() throws -> [Share] {
        guard arrivals.rows > 0 else { return [] }
        sections.directory.events += arrivals.rows
        sections.directory.firstEvent = [sections.directory.firstEvent, arrivals.first].compactMap(\.self).min()
        sections.directory.lastEvent = [sections.directory.lastEvent, arrivals.last].compactMap(\.self).max()
        return try rowsByName().map { Share(table: tableNumber(of: $0.name), rows: $0.rows) }
            .sorted { $0.rows.count > $1.rows.count }
    }

    /// The events as threads may share them.
    var events: NewEvents {
        NewEvents(records: Array(arrivals.records), times: Array(arrivals.times), properties: properties)
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
