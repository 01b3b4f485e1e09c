import Columnar

/// Tells which rows of a file the store does not hold yet, names the records that they are about, and counts them.
struct NewRows {
    private let family: Family
    private(set) var resolution: RecordResolution
    private(set) var deduplication: Deduplication
    var tally = ImportTally()

    init(family: Family, knowledge: ImportKnowledge) {
        self.family = family
        resolution = knowledge.resolution
        deduplication = Deduplication(family: family, knowledge: knowledge)
    }

    /// The rows of a batch that are to be written, and their records.
    ///
    /// `namings`: takes the names that events and orders gave to records.
    mutating func keep(
        _ batch: IncomingBatch, namings: inout NamingRows
    ) throws(StoreError) -> (rows: [Int], records: [UInt32]) {
        tally.rows += batch.rows
        var rows: [Int] = []
        rows.reserveCapacity(batch.rows)
        if family == .traits {
            let limit = resolution.nextRecord
            let records = resolution.records(of: batch.identifiers, rows: batch.rows, naming: nil)
            for row in 0..<batch.rows {
                let fate = deduplication.fate(
                    record: records[row], isNew: records[row] >= limit, hash: batch.hashes[row])
                if count(fate) { rows.append(row) }
            }
            return (rows, rows.count == batch.rows ? records : rows.map { records[$0] })
        }
        if deduplication.isNew(batch.key) {
            rows.append(contentsOf: 0..<batch.rows)
            tally.inserted += batch.rows
        } else {
            for row in 0..<batch.rows {
                let fate = try deduplication.fate(key: batch.key?.identifier(at: row), hash: batch.hashes[row])
                if count(fate) { rows.append(row) }
            }
        }
        guard family != .lines else { return (rows, []) }
        let isWhole = rows.count == batch.rows
        let names = batch.identifiers.map { ($0.kind, isWhole ? $0.column : $0.column.keeping(rows)) }
        var found: [RecordResolution.Naming] = []
        let records = resolution.records(of: names, rows: rows.count) { found.append($0) }
        namings.append(found)
        return (rows, records)
    }

    /// Counts a row.
    ///
    /// - Returns: whether it is to be written.
    private mutating func count(_ fate: RowFate) -> Bool {
        switch fate {
        case .inserted: tally.inserted += 1
        case .updated: tally.updated += 1
        case .duplicate: tally.duplicates += 1
        }
        return fate != .duplicate
    }
}
