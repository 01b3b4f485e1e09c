import Columnar
import Customers
import GRDB

/// Builds the event tables, one a name, each in time order, and the timeline of every record.
struct EventBuilder {
    private let builder: CacheBuilder
    private let reader: ArrivalReader
    private let orderKeys: [UInt64: UInt32]

    init(_ builder: CacheBuilder, orderKeys: [UInt64: UInt32]) throws {
        self.builder = builder
        self.orderKeys = orderKeys
        reader = try ArrivalReader(.events, catalogue: builder.catalogue, in: builder.db)
    }

    func build(_ existence: inout ExistenceBuilder) throws {
        let records = try reader.integers(of: .record, in: builder.catalogue)
        let times = try reader.integers(of: .time, in: builder.catalogue)
        for row in 0..<reader.rows { existence.note(Int(records[row]), at: times[row]) }
        builder.writer.directory.events = reader.rows
        builder.writer.directory.firstEvent = times.min()
        builder.writer.directory.lastEvent = times.max()

        let (names, types) = try typesOfRows()
        let (rows, ranges) = places(types: types, count: names.count, times: times)
        try writeTables(names, ranges: ranges, rows: rows, records: records, times: times)
        try writeTimeline(rows: rows, records: records, times: times)
    }

    /// The names of events, and the number of its name for every row.
    private func typesOfRows() throws -> ([String], [UInt32]) {
        guard let column = builder.catalogue.fixed(.type, of: .events).first,
            let read = try reader.column(column)
        else { return ([], []) }
        switch read {
        case .codes(let codes, let book): return (book, codes.map { $0 == 0 ? 0 : $0 - 1 })
        case let other:
            var book = CodebookBuilder()
            let codes = (0..<reader.rows).map { book.code(other.text($0) ?? "") }
            return (book.texts, codes)
        }
    }

    /// The row of arrival of each place: names one after the other, each in time order.
    private func places(types: [UInt32], count: Int, times: [Int64]) -> ([Int32], [Range<Int>]) {
        var ends = [Int](repeating: 0, count: count)
        for type in types { ends[Int(type)] += 1 }
        var ranges: [Range<Int>] = []
        var start = 0
        for type in ends.indices {
            ranges.append(start..<start + ends[type])
            start += ends[type]
        }
        var next = ranges.map(\.lowerBound)
        var rows = [Int32](repeating: 0, count: types.count)
        for (row, type) in types.enumerated() {
            rows[next[Int(type)]] = Int32(row)
            next[Int(type)] += 1
        }
        for range in ranges { Self.sortByTime(&rows, range, times) }
        return (rows, ranges)
    }

    private func writeTables(
        _ names: [String], ranges: [Range<Int>], rows: [Int32], records: [Int64], times: [Int64]
    ) throws {
        let writer = builder.writer
        var tables: [CacheDirectory.TableEntry] = []
        for (number, name) in names.enumerated() {
            let prefix = "event/\(number)"
            tables.append(.init(name: name, prefix: prefix, rows: ranges[number].count))
            let slice = rows[ranges[number]]
            try writer.write(prefix + "#records", slice.map { UInt32(records[Int($0)]) })
            try slice.map { times[Int($0)] }.withUnsafeBufferPointer { try writer.writeTimes(prefix + "#times", $0) }
        }
        let targets = tables.enumerated().map { ($1.prefix, ranges[$0]) }
        try rows.withUnsafeBufferPointer { rows in
            let emission = PropertyEmission(reader: reader, writer: writer)
            for (name, columns) in builder.variants(of: .events) {
                try emission.emit(name, variants: columns, ranges: targets, rows: rows) {
                    tables[$0].properties.append($1)
                }
            }
        }
        for (number, name) in names.enumerated() where name == "order" || name == "purchase" {
            tables[number].isCovered = try writeCovered(tables[number].prefix, rows: Array(rows[ranges[number]]))
        }
        writer.directory.tables = tables
    }

    /// Marks the events that carry the id of a known order.
    private func writeCovered(_ prefix: String, rows: [Int32]) throws -> Bool {
        let columns = try builder.catalogue.properties(of: .events).filter { $0.name == "order_id" }
            .compactMap { try reader.column($0) }
        guard !columns.isEmpty, !orderKeys.isEmpty else { return false }
        var covered = Bitmap(rows: rows.count)
        for (place, row) in rows.enumerated() {
            for column in columns where column.hasValue(Int(row)) {
                guard let text = column.text(Int(row)) else { continue }
                var bytes = text
                let key = bytes.withUTF8 { canonicalInteger($0) }.map { IdentifierValue.integer($0) } ?? .text(text)
                if orderKeys[Deduplication.hash(of: key)] != nil { covered[place] = true }
            }
        }
        guard !covered.isEmpty else { return false }
        try builder.writer.write(prefix + "#covered", covered.words)
        return true
    }

    private func writeTimeline(rows: [Int32], records: [Int64], times: [Int64]) throws {
        var placeOfRow = [UInt32](repeating: 0, count: rows.count)
        for (place, row) in rows.enumerated() { placeOfRow[Int(row)] = UInt32(place) }
        var ends = [UInt32](repeating: 0, count: builder.records)
        for record in records { ends[Int(record)] += 1 }
        var total: UInt32 = 0
        for record in ends.indices {
            total += ends[record]
            ends[record] = total
        }
        var next = [UInt32](repeating: 0, count: builder.records)
        for record in ends.indices where record > 0 { next[record] = ends[record - 1] }
        var timeline = [UInt32](repeating: 0, count: rows.count)
        for row in times.indices {
            let record = Int(records[row])
            timeline[Int(next[record])] = UInt32(row)
            next[record] += 1
        }
        var start = 0
        for end in ends {
            Self.sortByTime(&timeline, start..<Int(end), times)
            start = Int(end)
        }
        for place in timeline.indices { timeline[place] = placeOfRow[Int(timeline[place])] }
        try builder.writer.writeIndex("timeline", ends: ends, rows: timeline)
    }

    /// Puts a stretch of rows in the order of their times, rows of one time in the order of arrival.
    ///
    /// In place: a sorted slice of an array would copy the whole of it.
    private static func sortByTime<Row: FixedWidthInteger>(_ rows: inout [Row], _ range: Range<Int>, _ times: [Int64]) {
        rows.withUnsafeMutableBufferPointer { rows in
            var stretch = UnsafeMutableBufferPointer(rebasing: rows[range])
            let isOrdered = stretch.indices.dropFirst().allSatisfy {
                times[Int(stretch[$0 - 1])] <= times[Int(stretch[$0])]
            }
            if !isOrdered { stretch.sort { (times[Int($0)], $0) < (times[Int($1)], $1) } }
        }
    }
}
