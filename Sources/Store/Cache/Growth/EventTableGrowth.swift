import Columnar

/// Events that came later: who did what when, with every stored column of their properties by name.
struct NewEvents: Sendable {
    let records: [UInt32]
    /// Milliseconds since 1970.
    let times: [Int64]
    let properties: [ArrivedProperty]
}

/// Puts events that came later into one table after the other.
struct EventTableGrowth {
    let sections: GrownSections
    let events: NewEvents

    /// Grows a table by rows of arrival in time order.
    ///
    /// - Returns: where they came to stand.
    /// - Throws: `GrowthRefusal` where the table cannot hold them.
    func grow(_ number: Int, by rows: [Int32]) throws(GrowthRefusal) -> LateRows {
        var table = sections.directory.tables[number]
        let known = sections.base.times(table.prefix + "#times")
        // Times rise, so that each is looked for from where the one before was found.
        var place = rows.first.map { known.upperBound(events.times[Int($0)]) } ?? 0
        let before = rows.map { row -> UInt32 in
            place = known.upperBound(events.times[Int(row)], from: place)
            return UInt32(place)
        }
        let splice = RowSplice(oldCount: table.rows, before: before, sources: rows)
        try sections.spend(splice, columns: 2 + table.properties.count)
        let records = rows.map { events.records[Int($0)] }
        let prefix = table.prefix
        sections.grow(prefix + "#records", to: splice.count) { (target: UnsafeMutableBufferPointer<UInt32>) in
            splice.apply(to: target) { events.records[Int($0)] }
        }
        try sections.growTimes(prefix + "#times", by: splice) { events.times[Int($0)] }
        sections.insert(records.map { Int($0) }, into: prefix + "#every", rows: sections.directory.records)
        table.properties = try ColumnGrowth(sections: sections, splice: splice)
            .grow(table.properties, prefix: prefix, with: events.properties)
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
