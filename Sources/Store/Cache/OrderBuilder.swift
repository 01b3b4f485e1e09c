import Columnar
import Customers
import GRDB

/// Builds the order table: the latest version of every order in time order, with its lines.
struct OrderBuilder {
    private let builder: CacheBuilder
    private let reader: ArrivalReader

    init(_ builder: CacheBuilder) throws {
        self.builder = builder
        reader = try ArrivalReader(.orders, catalogue: builder.catalogue, in: builder.db)
    }

    /// Statuses of orders that are no purchases.
    static let cancelled: Set<String> = ["cancelled", "canceled"]

    func build(_ existence: inout ExistenceBuilder) throws {
        let writer = builder.writer
        let records = try reader.integers(of: .record, in: builder.catalogue)
        let times = try reader.integers(of: .time, in: builder.catalogue)
        let keys = try reader.keys(in: builder.catalogue)
        for row in 0..<reader.rows { existence.note(Int(records[row]), at: times[row]) }

        let rows = LatestOrders(keys: keys, times: times).rows
        try writer.write("order/records", rows.map { UInt32(records[Int($0)]) })
        try rows.map { times[Int($0)] }.withUnsafeBufferPointer { try writer.writeTimes("order/times", $0) }
        let isPurchase = try writePurchases(rows)
        try writeEvery(rows.map { Int(records[Int($0)]) }, isPurchase)
        try rows.withUnsafeBufferPointer { rows in
            let emission = PropertyEmission(reader: reader, writer: writer)
            var variants = builder.catalogue.variants(of: .orders)
            variants.append(("order_id", builder.catalogue.fixed(.key, of: .orders)))
            for (name, columns) in variants {
                try emission.emit(name, variants: columns, ranges: [("order", 0..<rows.count)], rows: rows) {
                    writer.directory.orderProperties.append($1)
                }
            }
        }
        try writeIndex(rows.map { Int(records[Int($0)]) })
        let places = try writeKeys(keys, rows: rows)
        try LineBuilder(builder).build(orders: rows.count, places: places)
    }

    /// Writes which records have ordered, and which have purchased.
    private func writeEvery(_ records: [Int], _ isPurchase: Bitmap) throws {
        var (ordered, purchased) = (Bitmap(rows: builder.records), Bitmap(rows: builder.records))
        for (place, record) in records.enumerated() {
            ordered[record] = true
            if isPurchase[place] { purchased[record] = true }
        }
        try builder.writer.write("order/every", ordered.words)
        try builder.writer.write("order/every.purchase", purchased.words)
    }

    /// Writes which orders count as purchases.
    private func writePurchases(_ rows: [Int32]) throws -> Bitmap {
        let columns = try builder.catalogue.properties(of: .orders).filter { $0.name == "status" }
            .compactMap { try reader.column($0) }
        var cancelled = Set<UInt32>()
        let isCancelled = { (row: Int) -> Bool in
            columns.contains { column in
                if case .codes(let codes, _) = column { return cancelled.contains(codes[row]) }
                return column.text(row).map { Self.cancelled.contains($0.lowercased()) } ?? false
            }
        }
        for case .codes(_, let book) in columns {
            for (code, text) in book.enumerated() where Self.cancelled.contains(text.lowercased()) {
                cancelled.insert(UInt32(code) + 1)
            }
        }
        var isPurchase = Bitmap(rows: rows.count)
        for (place, row) in rows.enumerated() where !isCancelled(Int(row)) { isPurchase[place] = true }
        try builder.writer.write("order/purchases", isPurchase.words)
        return isPurchase
    }

    private func writeIndex(_ records: [Int]) throws {
        var ends = [UInt32](repeating: 0, count: builder.records)
        for record in records { ends[record] += 1 }
        var total: UInt32 = 0
        for record in ends.indices {
            total += ends[record]
            ends[record] = total
        }
        var next = [UInt32](repeating: 0, count: builder.records)
        for record in ends.indices where record > 0 { next[record] = ends[record - 1] }
        var rows = [UInt32](repeating: 0, count: records.count)
        for (place, record) in records.enumerated() {
            rows[Int(next[record])] = UInt32(place)
            next[record] += 1
        }
        try builder.writer.writeIndex("order/index", ends: ends, rows: rows)
    }

    private func writeKeys(_ keys: [UInt64?], rows: [Int32]) throws -> RecordTable {
        let hashes = try reader.integers(of: .hash, in: builder.catalogue)
        var keyed: [(key: UInt64, hash: UInt64, place: UInt32)] = []
        var places = RecordTable()
        for (place, row) in rows.enumerated() {
            guard let key = keys[Int(row)] else { continue }
            keyed.append((key, UInt64(bitPattern: hashes[Int(row)]), UInt32(place)))
            places.insert(key, record: UInt32(place))
        }
        keyed.sort { $0.key < $1.key }
        try builder.writer.write("order/key.hashes", keyed.map(\.key))
        try builder.writer.write("order/key.rows", keyed.map(\.hash))
        try builder.writer.write("order/key.places", keyed.map(\.place))
        return places
    }
}

/// Builds the lines of orders, grouped by order.
private struct LineBuilder {
    private let builder: CacheBuilder
    private let reader: ArrivalReader

    init(_ builder: CacheBuilder) throws {
        self.builder = builder
        reader = try ArrivalReader(.lines, catalogue: builder.catalogue, in: builder.db)
    }

    func build(orders: Int, places: RecordTable) throws {
        let writer = builder.writer
        var ends = [UInt32](repeating: 0, count: orders)
        let keys = try reader.keys(in: builder.catalogue)
        let orderOfLine = keys.map { $0.flatMap { places.record(of: $0) } }
        var orphans: Set<UInt64> = []
        for (order, key) in zip(orderOfLine, keys) {
            if let order {
                ends[Int(order)] += 1
            } else {
                writer.directory.orphanLines += 1
                if let key { orphans.insert(key) }
            }
        }
        if !orphans.isEmpty { try writer.write("line/orphans", orphans.sorted()) }
        var total: UInt32 = 0
        for order in ends.indices {
            total += ends[order]
            ends[order] = total
        }
        var next = [UInt32](repeating: 0, count: orders)
        for order in ends.indices where order > 0 { next[order] = ends[order - 1] }
        var rows = [Int32](repeating: -1, count: Int(total))
        for (row, order) in orderOfLine.enumerated() {
            guard let order else { continue }
            rows[Int(next[Int(order)])] = Int32(row)
            next[Int(order)] += 1
        }
        try writer.write("order/lines", ends)
        try rows.withUnsafeBufferPointer { rows in
            let emission = PropertyEmission(reader: reader, writer: writer)
            for (name, columns) in builder.catalogue.variants(of: .lines) {
                try emission.emit(name, variants: columns, ranges: [("line", 0..<rows.count)], rows: rows) {
                    writer.directory.lineProperties.append($1)
                }
            }
        }
    }
}
