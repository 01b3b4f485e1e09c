import Columnar
import Customers
import GRDB

/// Who did what and when: the events of a store in the order in which they came.
struct EventArrivals {
    /// The names of events; a row holds the number of its own.
    private(set) var names: [String] = []
    let types: UnsafeMutableBufferPointer<UInt32>
    let records: UnsafeMutableBufferPointer<UInt32>
    /// Milliseconds since 1970.
    let times: UnsafeMutableBufferPointer<Int64>
    private(set) var first: Int64?
    private(set) var last: Int64?
    /// Whether no row is of an earlier time than the row before it.
    private(set) var isOrdered = true

    /// The number of events.
    var rows: Int { times.count }

    /// Reads the three columns, block by block.
    init(_ reader: ArrivalReader, catalogue: ColumnCatalogue, scratch: Scratch) throws {
        types = try scratch.lane(reader.rows)
        records = try scratch.lane(reader.rows)
        times = try scratch.lane(reader.rows)
        let fixed = { (column: FixedColumn) in catalogue.fixed(column, of: .events).first?.id ?? 0 }
        let (type, record, time) = (fixed(.type), fixed(.record), fixed(.time))
        var book = CodebookBuilder(try StoreFile.codebook(of: type, in: reader.reader.db))
        let (types, records, times) = (types, records, times)
        var start = 0
        try reader.reader.forEach(columns: [type, record, time]) { chunk in
            try chunk.withColumn(type) { view in
                if view.encoding == .codes {
                    view.forEachInteger { types[start + $0] = UInt32(max(0, $1 - 1)) }
                } else {
                    view.forEachText { types[start + $0] = book.code(String(decoding: $1, as: UTF8.self)) }
                }
            }
            try chunk.withColumn(record) { view in view.forEachInteger { records[start + $0] = UInt32($1) } }
            try chunk.withColumn(time) { view in view.forEachInteger { times[start + $0] = $1 } }
            start += chunk.rows
        }
        names = book.texts
        dropUnusedNames()
        survey()
    }

    /// Forgets names that no event bears, which imports that were taken back have left.
    private mutating func dropUnusedNames() {
        var isUsed = [Bool](repeating: false, count: names.count)
        for type in types { isUsed[Int(type)] = true }
        guard isUsed.contains(false) else { return }
        var numbers = [UInt32](repeating: 0, count: names.count)
        var used: [String] = []
        for (type, name) in names.enumerated() where isUsed[type] {
            numbers[type] = UInt32(used.count)
            used.append(name)
        }
        names = used
        for row in types.indices { types[row] = numbers[Int(types[row])] }
    }

    private mutating func survey() {
        guard var before = times.first else { return }
        var (low, high) = (before, before)
        for time in times {
            if time < before { isOrdered = false }
            before = time
            low = min(low, time)
            high = max(high, time)
        }
        (first, last) = (low, high)
    }
}
