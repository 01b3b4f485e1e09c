import Columnar
import Customers
import GRDB

/// Builds the event tables, one a name, each in time order.
struct EventBuilder {
    private let builder: CacheBuilder
    private let reader: ArrivalReader
    private let placed: PlacedEvents
    private let scratch: Scratch

    init(_ builder: CacheBuilder, _ placed: PlacedEvents) throws {
        self.builder = builder
        self.placed = placed
        reader = try ArrivalReader(.events, catalogue: builder.catalogue, in: builder.db)
        scratch = Scratch(in: builder.writer.folder)
    }

    private var places: EventPlaces { placed.places }

    /// Writes when events were, and notes since when that makes records exist.
    func buildTimes(_ existence: inout ExistenceBuilder) throws {
        let times: UnsafeMutableBufferPointer<Int64> = try scratch.lane(reader.rows)
        let arrived = placed.arrivals.times
        for (row, place) in places.places.enumerated() { times[Int(place)] = arrived[row] }
        var start = 0
        for (record, end) in places.ends.enumerated() where end > start {
            existence.note(record, at: times[Int(places.timeline[start])])
            start = Int(end)
        }
        for (table, range) in zip(placed.tables, places.ranges) {
            try builder.writer.writeTimes(table.prefix + "#times", UnsafeBufferPointer(rebasing: times[range]))
        }
    }

    /// Writes of whom events are.
    func buildRecords() throws {
        let records: UnsafeMutableBufferPointer<UInt32> = try scratch.lane(reader.rows)
        let arrived = placed.arrivals.records
        for (row, place) in places.places.enumerated() { records[Int(place)] = arrived[row] }
        for (table, range) in zip(placed.tables, places.ranges) {
            let slice = UnsafeMutableBufferPointer(rebasing: records[range])
            try builder.writer.write(table.prefix + "#records", slice)
            var every = Bitmap(rows: builder.records)
            every.withWords { words in
                for record in slice { words[Int(record >> 6)] |= 1 << UInt64(record & 63) }
            }
            try builder.writer.write(table.prefix + "#every", every.words)
        }
    }

    /// Writes one property in all tables that have it.
    func buildProperty(_ number: Int) throws {
        let (name, variants) = builder.catalogue.variants(of: .events)[number]
        let column = EventColumn(reader: reader, writer: builder.writer, places: places, scratch: scratch)
        var tables = placed.tables
        let take = { (number: Int, entry: CacheDirectory.ColumnEntry) in tables[number].properties.append(entry) }
        if try variants.count != 1 || !column.emit(variants[0], tables: placed.tables, take) {
            let targets = placed.tables.enumerated().map { ($1.prefix, places.ranges[$0]) }
            try PropertyEmission(reader: reader, writer: builder.writer).emit(
                name, variants: variants, ranges: targets, rows: UnsafeBufferPointer(rows()), take)
        }
        builder.writer.directory.tables = tables
    }

    /// Marks the events that an order covers.
    func buildCover() throws {
        var tables = placed.tables
        for (number, table) in tables.enumerated() where table.name == "order" || table.name == "purchase" {
            let slice = UnsafeMutableBufferPointer(rebasing: try rows()[places.ranges[number]])
            tables[number].isCovered = try writeCovered(table.prefix, rows: slice)
        }
        builder.writer.directory.tables = tables
    }

    /// The row of arrival of each place.
    private func rows() throws -> UnsafeMutableBufferPointer<Int32> {
        let rows: UnsafeMutableBufferPointer<Int32> = try scratch.lane(reader.rows)
        for (row, place) in places.places.enumerated() { rows[Int(place)] = Int32(row) }
        return rows
    }

    /// Marks the events that carry the id of a known order.
    private func writeCovered(_ prefix: String, rows: UnsafeMutableBufferPointer<Int32>) throws -> Bool {
        let columns = try builder.catalogue.properties(of: .events).filter { $0.name == "order_id" }
            .compactMap { try reader.column($0) }
        guard !columns.isEmpty else { return false }
        let orders = try ArrivalReader(.orders, catalogue: builder.catalogue, in: builder.db)
        let orderKeys = Set(try orders.keys(in: builder.catalogue).compactMap(\.self))
        var covered = Bitmap(rows: rows.count)
        for (place, row) in rows.enumerated() {
            for column in columns where column.hasValue(Int(row)) {
                guard let text = column.text(Int(row)) else { continue }
                if orderKeys.contains(Deduplication.hash(ofText: text)) { covered[place] = true }
            }
        }
        guard !covered.isEmpty else { return false }
        try builder.writer.write(prefix + "#covered", covered.words)
        return true
    }
}
