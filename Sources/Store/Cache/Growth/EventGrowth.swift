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
        var late: [Int: LateRows] = [:]
        for (name, rows) in try rowsByName() {
            let number = tableNumber(of: name)
            late[number] = try grow(number, by: rows, properties: properties)
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

    private func grow(
        _ number: Int, by rows: [Int32], properties: [(name: String, columns: [ArrivalColumn])]
    ) throws -> LateRows {
        var table = sections.directory.tables[number]
        let known = sections.base.times(table.prefix + "#times")
        // Times rise, so that each is looked for from where the one before was found.
        var place = rows.first.map { known.upperBound(arrivals.times[Int($0)]) } ?? 0
        let before = rows.map { row -> UInt32 in
            place = known.upperBound(arrivals.times[Int(row)], from: place)
            return UInt32(place)
        }
        let splice = RowSplice(oldCount: table.rows, before: before, sources: rows)
        try sections.spend(splice, columns: 2 + table.properties.count)
        let records = rows.map { arrivals.records[Int($0)] }
        let prefix = table.prefix
        sections.grow(prefix + "#records", to: splice.count) { (target: UnsafeMutableBufferPointer<UInt32>) in
            splice.apply(to: target) { arrivals.records[Int($0)] }
        }
        try sections.growTimes(prefix + "#times", by: splice) { arrivals.times[Int($0)] }
        sections.insert(records.map { Int($0) }, into: prefix + "#every", rows: sections.directory.records)
        for (name, columns) in properties {
            let used = columns.filter { $0.hasValue(in: rows) }
            guard used.count <= 1 else { throw GrowthRefusal("‘\(name)’ has values of several types") }
            let place = table.properties.firstIndex { $0.name == name }
            let grown = try ColumnGrowth(sections: sections, splice: splice).grow(
                place.map { table.properties[$0] }, name: name, prefix: "\(prefix)/\(name)", with: used.first)
            guard let grown else { continue }
            if let place { table.properties[place] = grown } else { table.properties.append(grown) }
        }
        if table.isCovered {
            sections.grow(prefix + "#covered", to: (splice.count + 63) / 64) {
                splice.applyBits(to: $0) { _ in false }
            }
        }
        table.rows = splice.count
        sections.directory.tables[number] = table
        return LateRows(before: before, records: records)
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
