import Columnar
import Customers
import GRDB

/// Builds the event tables, one a name, each in time order, and the timeline of every record.
struct EventBuilder {
    private let builder: CacheBuilder
    private let reader: ArrivalReader
    private let scratch: Scratch

    init(_ builder: CacheBuilder) throws {
        self.builder = builder
        reader = try ArrivalReader(.events, catalogue: builder.catalogue, in: builder.db)
        scratch = Scratch(in: builder.writer.folder)
    }

    func build(_ existence: inout ExistenceBuilder) throws {
        let arrivals = try EventArrivals(reader, catalogue: builder.catalogue, scratch: scratch)
        for row in arrivals.times.indices { existence.note(Int(arrivals.records[row]), at: arrivals.times[row]) }
        let writer = builder.writer
        writer.directory.events = arrivals.rows
        writer.directory.firstEvent = arrivals.first
        writer.directory.lastEvent = arrivals.last

        let places = try EventPlaces(arrivals, records: builder.records, scratch: scratch)
        try writer.write("timeline/ends", places.ends)
        try writer.write("timeline/rows", places.timeline)
        scratch.release(places.timeline)
        var tables = try writeWhoAndWhen(arrivals, places)
        for lane in [arrivals.records, arrivals.types] { scratch.release(lane) }
        scratch.release(arrivals.times)
        try writeProperties(places, &tables)
        writer.directory.tables = tables
    }

    private func writeWhoAndWhen(
        _ arrivals: EventArrivals, _ places: EventPlaces
    ) throws -> [CacheDirectory.TableEntry] {
        let records: UnsafeMutableBufferPointer<UInt32> = try scratch.lane(arrivals.rows)
        let times: UnsafeMutableBufferPointer<Int64> = try scratch.lane(arrivals.rows)
        defer {
            scratch.release(records)
            scratch.release(times)
        }
        for (row, place) in places.places.enumerated() {
            records[Int(place)] = arrivals.records[row]
            times[Int(place)] = arrivals.times[row]
        }
        return try arrivals.names.enumerated().map { number, name in
            let range = places.ranges[number]
            let prefix = "event/\(number)"
            try builder.writer.write(prefix + "#records", UnsafeMutableBufferPointer(rebasing: records[range]))
            try builder.writer.writeTimes(prefix + "#times", UnsafeBufferPointer(rebasing: times[range]))
            var every = Bitmap(rows: builder.records)
            for record in records[range] { every[Int(record)] = true }
            try builder.writer.write(prefix + "#every", every.words)
            return .init(name: name, prefix: prefix, rows: range.count)
        }
    }

    private func writeProperties(_ places: EventPlaces, _ tables: inout [CacheDirectory.TableEntry]) throws {
        let column = EventColumn(reader: reader, writer: builder.writer, places: places, scratch: scratch)
        let known = tables
        var rowOfPlace: UnsafeMutableBufferPointer<Int32>?
        func rows() throws -> UnsafeMutableBufferPointer<Int32> {
            if let rowOfPlace { return rowOfPlace }
            let rows: UnsafeMutableBufferPointer<Int32> = try scratch.lane(places.places.count)
            for (row, place) in places.places.enumerated() { rows[Int(place)] = Int32(row) }
            rowOfPlace = rows
            return rows
        }
        for (name, variants) in builder.catalogue.variants(of: .events) {
            var entries: [(Int, CacheDirectory.ColumnEntry)] = []
            let isWritten =
                try variants.count == 1 && column.emit(variants[0], tables: known) { entries.append(($0, $1)) }
            if !isWritten {
                let targets = known.enumerated().map { ($1.prefix, places.ranges[$0]) }
                try PropertyEmission(reader: reader, writer: builder.writer).emit(
                    name, variants: variants, ranges: targets, rows: UnsafeBufferPointer(rows())
                ) { entries.append(($0, $1)) }
            }
            for (number, entry) in entries { tables[number].properties.append(entry) }
        }
        for (number, table) in known.enumerated() where table.name == "order" || table.name == "purchase" {
            let slice = UnsafeMutableBufferPointer(rebasing: try rows()[places.ranges[number]])
            tables[number].isCovered = try writeCovered(table.prefix, rows: slice)
        }
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
