/// Reads a file by its plan, a batch at a time, in memory that does not grow with the file.
public final class IntakeReader {
    public let path: String
    public let plan: FilePlan
    private let window: Window
    private var rows: FileRows
    private let reader: TableReader
    private var columns: [ColumnReader] { reader.columns }
    private var table: RowTable
    private let members: JSONMembers?
    private var isFinished = false
    private let stored: [ColumnPlan]
    private let keepsRows: Bool
    /// The ids of events, where an event that has one is not told by its row's hash.
    private let ids: IdentifierColumn?
    private var sums: [UInt64]

    /// Bytes of the window that a batch may cover before it is handed on, however few rows it has.
    private static let mostBytes = 64 << 20

    /// Opens the file.
    ///
    /// - `keepsRows`: whether batches carry the text of their rows, for those who may still set some aside.
    public convenience init(
        path: String, plan: FilePlan, conventions: Conventions = Conventions(), keepsRows: Bool = false
    ) throws(IntakeError) {
        try self.init(path: path, plan: plan, conventions: conventions, pace: Pace(), keepsRows: keepsRows)
    }

    /// How the file is read; only tests have a reason to differ.
    package struct Pace: Sendable {
        /// Bytes read at a time.
        package var step = 256 << 10
        /// Bytes that a row may have.
        package var longestRow = 1 << 20
        package var isVectorised = true
        /// Threads that read columns.
        package var threads = 2

        package init(step: Int = 256 << 10, longestRow: Int = 1 << 20, isVectorised: Bool = true, threads: Int = 2) {
            self.step = step
            self.longestRow = longestRow
            self.isVectorised = isVectorised
            self.threads = threads
        }
    }

    package init(
        path: String, plan: FilePlan, conventions: Conventions, pace: Pace, keepsRows: Bool = false
    ) throws(IntakeError) {
        self.keepsRows = keepsRows
        self.path = path
        self.plan = plan
        stored = plan.stored
        var constants: [UInt8] = []
        var columns: [ColumnReader] = []
        for column in stored {
            columns.append(
                ColumnReader(column, kind: plan.kind, conventions: conventions, constants: &constants))
        }
        ids = Self.ids(of: plan, columns)
        let file = try InputFile(path)
        guard file.isCompressed == plan.format.isCompressed else { throw .changed(path: path) }
        window = Window(file, encoding: plan.format.encoding, constants: constants, step: pace.step)
        let opening = try FileOpening(window, plan: plan, pace: pace)
        rows = opening.rows
        members = opening.members
        table = RowTable(width: opening.width, capacity: RowTable.capacity(forWidth: opening.width))
        reader = TableReader(columns, capacity: table.capacity, threads: pace.threads)
        sums = Array(repeating: 0, count: table.capacity)
    }

    private static func ids(of plan: FilePlan, _ columns: [ColumnReader]) -> IdentifierColumn? {
        guard plan.kind == .events, !columns.contains(where: \.hasSubstitutes) else { return nil }
        return columns.first { $0.plan.role == .key }?.builder as? IdentifierColumn
    }

    /// The next rows of the file, accepted and set aside together at most `maxRows`; nil at its end.
    ///
    /// After an error the rows before it have been handed on, and the reader is at its end.
    ///
    /// - Precondition: `maxRows` is positive.
    public func next(maxRows: Int = 65_536) throws(IntakeError) -> IntakeBatch? {
        precondition(maxRows > 0, "a batch without rows")
        var batch = BatchUnderWay()
        var bytes = 0
        while !isFinished, batch.count < maxRows, bytes < Self.mostBytes {
            isFinished = !rows.fill(&table, limit: maxRows - batch.count, rejects: &batch.rejects)
            guard table.count > 0 else { continue }
            bytes += table.end - Int(table.rows[0])
            read(into: &batch)
        }
        if batch.count == 0, isFinished {
            if let failure = window.takeFailure() { throw failure }
            return nil
        }
        return finished(batch)
    }

    /// Brings the table's rows into the builders.
    private func read(into batch: inout BatchUnderWay) {
        let missingIDs = ids?.missing
        var faults = sums.withUnsafeMutableBufferPointer { sums in
            if ids != nil { sums.update(repeating: 0) }
            return reader.read(&table, in: window, sums: ids == nil ? sums.baseAddress : nil)
        }
        if let ids, ids.missing != missingIDs {
            let first = ids.count - table.count
            let nameless = (0..<table.count).filter { !ids.hasValue(first + $0) }
            for column in columns { column.add(nameless, of: table, in: window, to: &sums) }
        }
        if plan.kind.needsIdentifier { rejectUnidentified(&faults) }
        batch.blockedIdentifiers += faults.blockedIdentifiers
        batch.add(table, sums: sums)
        if keepsRows { batch.raw.append(table, in: window.base) }
        if !faults.faults.isEmpty { setAside(faults, of: &batch) }
    }

    private func rejectUnidentified(_ faults: inout RowFaults) {
        let identifiers = stored.count { $0.role.isIdentifier }
        for (row, missing) in faults.unidentified where missing == identifiers {
            faults.add(row, .noIdentifier, ofColumn: false)
        }
    }

    /// Takes the faulty rows of the table out of the batch again.
    private func setAside(_ faults: RowFaults, of batch: inout BatchUnderWay) {
        let faulty = faults.faults.values.sorted { $0.row < $1.row }
        let first = batch.hashes.count - table.count
        for fault in faulty {
            let extent = table.extent(of: fault.row, in: window.base)
            batch.rejects.append(
                Reject(
                    line: table.line(of: fault.row), column: fault.column.map { stored[$0].header },
                    reason: fault.reason, raw: window.raw(extent)))
        }
        let removed = faulty.map { first + $0.row }
        batch.remove(removed)
        for column in columns { column.builder.remove(removed) }
    }

    private func finished(_ batch: BatchUnderWay) -> IntakeBatch {
        var rounded = 0
        for case let amounts as ParsedColumn<Amount> in columns.map(\.builder) { rounded += amounts.takeRounded() }
        return IntakeBatch(
            rows: batch.hashes.count, columns: columns.map { $0.builder.finish() }, rowHashes: batch.hashes,
            lines: batch.lines, raw: batch.raw, rejects: batch.rejects, blockedIdentifiers: batch.blockedIdentifiers,
            roundedAmounts: rounded, unplanned: members?.takeUnplanned() ?? [], bytesRead: window.bytesRead)
    }
}

/// What a batch needs beside its columns, while it grows.
private struct BatchUnderWay {
    var hashes: [UInt64] = []
    var lines = RowLines()
    var raw = RawRows()
    var rejects: [Reject] = []
    var blockedIdentifiers = 0

    /// Rows accepted and set aside.
    var count: Int { hashes.count + rejects.count }

    mutating func add(_ table: RowTable, sums: [UInt64]) {
        if hashes.isEmpty { lines.first = table.firstLine }
        let shift = UInt32(table.firstLine - lines.first)
        hashes.append(contentsOf: sums[..<table.count].lazy.map { FieldHash.row($0) })
        lines.offsets.append(contentsOf: table.lines[..<table.count].lazy.map { shift + $0 })
    }

    mutating func remove(_ rows: [Int]) {
        hashes.removeRows(rows)
        lines.offsets.removeRows(rows)
        raw.remove(rows)
    }
}

extension Role {
    var isIdentifier: Bool {
        if case .identifier = self { true } else { false }
    }
}
