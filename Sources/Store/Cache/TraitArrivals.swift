import Columnar
import Customers
import GRDB

/// What files told of records, row by row in the order in which the rows came.
struct TraitArrivals {
    let reader: ArrivalReader
    let records: [Int64]
    /// The import of each row.
    let imports: [Int]
    private let times: ArrivalColumn?
    private let history: ImportHistory

    /// - `touched`: leaves out rows in blocks that hold nothing of these records; none leaves out none.
    init(_ source: CacheSource, touching touched: [Int]? = nil) throws {
        history = source.history
        reader = ArrivalReader(
            try ChunkReader(.traits, catalogue: source.catalogue, in: source.db, touching: touched))
        records = try reader.integers(of: .record, in: source.catalogue)
        let column = source.catalogue.fixed(.time, of: .traits).first
        times = if let column { try reader.integers(column) } else { nil }
        var imports: [Int] = []
        imports.reserveCapacity(reader.rows)
        reader.reader.forEachImport { imports.append(contentsOf: repeatElement($0, count: $1)) }
        self.imports = imports
    }

    /// The dates from which rows of files of profiles say that their records exist: the time of observation, or always.
    ///
    /// - `only`: leaves out rows of other imports; none leaves out none.
    func statements(in catalogue: ColumnCatalogue, of only: Set<Int>? = nil) throws -> [(record: Int, time: Int64)] {
        guard let column = catalogue.fixed(.hash, of: .traits).first,
            case .integers(_, _, let stated)? = try reader.integers(column)
        else { return [] }
        var found: [(record: Int, time: Int64)] = []
        stated.forEach { row in
            guard only?.contains(imports[row]) ?? true else { return }
            found.append((Int(records[row]), time(of: row) ?? .min))
        }
        return found
    }

    /// What each record's values of a trait were and are.
    ///
    /// - `touched`: the records to look at; rising.
    func histories(_ column: ArrivalColumn, touching touched: [Int]) -> TraitHistories {
        let wanted = Set(touched)
        var rows: [Int: [Int32]] = [:]
        for row in 0..<reader.rows where column.hasValue(row) && wanted.contains(Int(records[row])) {
            rows[Int(records[row]), default: []].append(Int32(row))
        }
        var histories = TraitHistories()
        for (record, rows) in rows { histories.current[record] = last(rows, of: record, column, &histories.changes) }
        histories.changes.sort { ($0.time, $0.previous) < ($1.time, $1.previous) }
        return histories
    }

    /// The row that holds now among the rows of one record, and the changes that led to it.
    func last(_ rows: [Int32], of record: Int, _ column: ArrivalColumn, _ changes: inout [TraitChange]) -> Int32 {
        let ordered = order(rows)
        for (before, after) in zip(ordered, ordered.dropFirst())
        where column.text(Int(before.row)) != column.text(Int(after.row)) {
            changes.append(TraitChange(time: after.time, record: record, previous: before.row, next: after.row))
        }
        return ordered[ordered.count - 1].row
    }

    private func time(of row: Int) -> Int64? {
        guard case .integers(let values, _, let present)? = times, present[row] else { return nil }
        return values[row]
    }

    /// The observations of one record in the order in which they held, each with the time from which it did.
    private func order(_ rows: [Int32]) -> [(row: Int32, time: Int64)] {
        var known: Set<Int> = []
        let dated = rows.map { row -> (row: Int32, time: Int64) in
            let source = history.sources[imports[Int(row)]] ?? 0
            let isFirst = known.insert(source).inserted
            return (row, time(of: Int(row)) ?? (isFirst ? .min : history.started[imports[Int(row)]] ?? .min))
        }
        return dated.sorted { ($0.time, $0.row) < ($1.time, $1.row) }
    }
}

/// One change of a trait of one record.
struct TraitChange {
    /// When the next value began to hold, in milliseconds since 1970.
    let time: Int64
    let record: Int
    /// The rows of arrival that hold the value before and the one after.
    let previous: Int32
    let next: Int32
}

/// The rows of arrival that hold the present value of each record, and the changes that led there in time order.
struct TraitHistories {
    var current: [Int: Int32] = [:]
    var changes: [TraitChange] = []
}
