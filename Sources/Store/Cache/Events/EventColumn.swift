import Columnar
import Customers
import GRDB

/// Writes one property of events from its blocks straight to its places, so that no column is held in memory.
struct EventColumn {
    let reader: ArrivalReader
    let writer: CacheWriter
    let places: EventPlaces
    let scratch: Scratch

    /// Called with the number of a table and the entry of its column.
    typealias Emission = (Int, CacheDirectory.ColumnEntry) -> Void

    /// Writes the property in every table that has a value of it.
    ///
    /// - Returns: whether it could be written so: lists, and texts of which most differ, cannot.
    func emit(_ column: StoredColumn, tables: [CacheDirectory.TableEntry], _ body: Emission) throws -> Bool {
        switch column.type {
        case .list: return false
        case .text:
            guard let book = try book(of: column) else { return false }
            switch book.texts.count {
            case ..<255: try emitCodes(column, book, UInt8.self, tables: tables, body)
            case ..<65_535: try emitCodes(column, book, UInt16.self, tables: tables, body)
            default: try emitCodes(column, book, UInt32.self, tables: tables, body)
            }
        case .number: try emitNumbers(column, tables: tables, body)
        case .integer, .boolean, .date, .timestamp, .money:
            let bounds = try bounds(of: column)
            switch bounds {
            case _ where Int8.holds(bounds): try emitIntegers(column, Int8.self, tables: tables, body)
            case _ where Int16.holds(bounds): try emitIntegers(column, Int16.self, tables: tables, body)
            case _ where Int32.holds(bounds): try emitIntegers(column, Int32.self, tables: tables, body)
            default: try emitIntegers(column, Int64.self, tables: tables, body)
            }
        }
        return true
    }

    /// All texts of a column, those of the log included; none where whole blocks have texts instead of codes.
    private func book(of column: StoredColumn) throws -> CodebookBuilder? {
        let db = reader.reader.db
        let isCrowded = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM block_column WHERE \"column\" = ? AND encoding = ?)",
            arguments: [column.id, BlockEncoding.texts.rawValue])
        guard isCrowded != true else { return nil }
        var book = CodebookBuilder(try StoreFile.codebook(of: column.id, in: db))
        try reader.reader.forEach(columns: [column.id], in: .log) { chunk in
            try chunk.withColumn(column.id) { view in
                view.forEachText { _, text in
                    if !text.isEmpty { _ = book.code(String(decoding: text, as: UTF8.self)) }
                }
            }
        }
        return book
    }

    private func bounds(of column: StoredColumn) throws -> ClosedRange<Int64> {
        var (low, high) = (Int64(0), Int64(0))
        try reader.reader.forEach(columns: [column.id]) { chunk in
            try chunk.withColumn(column.id) { view in
                view.forEachInteger { _, value in
                    low = min(low, value)
                    high = max(high, value)
                }
            }
        }
        return low...high
    }

    private func emitCodes<Code: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
        _ column: StoredColumn, _ book: CodebookBuilder, _: Code.Type, tables: [CacheDirectory.TableEntry],
        _ body: Emission
    ) throws {
        let lane: UnsafeMutableBufferPointer<Code> = try scratch.lane(places.places.count)
        defer { scratch.release(lane) }
        let places = places.places
        var book = book
        var start = 0
        try reader.reader.forEach(columns: [column.id]) { chunk in
            try chunk.withColumn(column.id) { view in
                if view.encoding == .codes {
                    view.forEachInteger { lane[Int(places[start + $0])] = Code(truncatingIfNeeded: $1) }
                } else {
                    view.forEachText { row, text in
                        guard !text.isEmpty else { return }
                        let code = book.code(String(decoding: text, as: UTF8.self)) + 1
                        lane[Int(places[start + row])] = Code(truncatingIfNeeded: code)
                    }
                }
            }
            start += chunk.rows
        }
        for (number, table) in tables.enumerated() {
            let slice = lane[self.places.ranges[number]]
            guard slice.contains(where: { $0 != 0 }) else { continue }
            var entry = entry(column, form: .codes, table)
            entry.width = MemoryLayout<Code>.stride
            try writer.writeCodebook(book.texts, prefix: entry.prefix)
            try write(slice, entry.prefix + "/codes")
            body(number, entry)
        }
    }

    private func emitIntegers<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ column: StoredColumn, _: Integer.Type, tables: [CacheDirectory.TableEntry], _ body: Emission
    ) throws {
        try emit(column, as: Integer.self, tables: tables) { view, put in
            view.forEachInteger { put($0, Integer(truncatingIfNeeded: $1)) }
        } entry: { table in
            var entry = entry(column, form: .integers, table)
            entry.meaning = Meaning(column.type).rawValue
            entry.width = MemoryLayout<Integer>.stride
            return entry
        } body: {
            body($0, $1)
        }
    }

    private func emitNumbers(
        _ column: StoredColumn, tables: [CacheDirectory.TableEntry], _ body: Emission
    ) throws {
        try emit(column, as: Double.self, tables: tables) { view, put in
            for (row, number) in view.numbers.enumerated() { put(row, number) }
        } entry: {
            entry(column, form: .numbers, $0)
        } body: {
            body($0, $1)
        }
    }

    /// Values with the rows that have one beside them.
    private func emit<Value: BitwiseCopyable>(
        _ column: StoredColumn, as _: Value.Type, tables: [CacheDirectory.TableEntry],
        read: (BlockColumnView, (Int, Value) -> Void) -> Void,
        entry: (CacheDirectory.TableEntry) -> CacheDirectory.ColumnEntry, body: Emission
    ) throws {
        let lane: UnsafeMutableBufferPointer<Value> = try scratch.lane(places.places.count)
        let present: UnsafeMutableBufferPointer<UInt8> = try scratch.lane(places.places.count)
        defer {
            scratch.release(lane)
            scratch.release(present)
        }
        let places = places.places
        var start = 0
        try reader.reader.forEach(columns: [column.id]) { chunk in
            try chunk.withColumn(column.id) { view in
                read(view) { lane[Int(places[start + $0])] = $1 }
                if let set = view.present {
                    set.forEach { present[Int(places[start + $0])] = 1 }
                } else {
                    for row in start..<start + chunk.rows { present[Int(places[row])] = 1 }
                }
            }
            start += chunk.rows
        }
        for (number, table) in tables.enumerated() {
            let range = self.places.ranges[number]
            let flags = present[range]
            guard flags.contains(1) else { continue }
            var entry = entry(table)
            entry.hasPresence = flags.contains(0)
            if entry.hasPresence { try writePresence(flags, entry.prefix) }
            try write(lane[range], entry.prefix + "/values")
            body(number, entry)
        }
    }

    private func entry(
        _ column: StoredColumn, form: CacheDirectory.Form, _ table: CacheDirectory.TableEntry
    ) -> CacheDirectory.ColumnEntry {
        var entry = CacheDirectory.ColumnEntry(
            name: column.name, prefix: "\(table.prefix)/\(column.name)", form: form)
        entry.rows = table.rows
        return entry
    }

    private func write<Element: BitwiseCopyable>(
        _ slice: Slice<UnsafeMutableBufferPointer<Element>>, _ name: String
    ) throws {
        try writer.fill(name, count: slice.count) { target in
            _ = target.update(fromContentsOf: slice)
        }
    }

    private func writePresence(_ flags: Slice<UnsafeMutableBufferPointer<UInt8>>, _ prefix: String) throws {
        try writer.fill(prefix + "/present", count: (flags.count + 63) / 64) {
            (target: UnsafeMutableBufferPointer<UInt64>) in
            for (place, flag) in flags.enumerated() { target[place >> 6] |= UInt64(flag) << UInt64(place & 63) }
        }
    }
}

extension FixedWidthInteger {
    /// Whether the type holds all integers of a range.
    fileprivate static func holds(_ bounds: ClosedRange<Int64>) -> Bool {
        Int64(Self.min) <= bounds.lowerBound && bounds.upperBound <= Int64(Self.max)
    }
}
