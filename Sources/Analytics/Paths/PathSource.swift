import Columnar

/// One pass over a table with the steps that each of its events may be.
enum PathSource: Sendable {
    /// All rows are of one role.
    case plain(EventRun, steps: UInt16, RowMarks)
    /// Rows of several roles: the steps and the mark of each, from a first row on.
    case mixed(EventRun, steps: [UInt16], marks: [UInt8], from: Int)

    /// The passes over some sources: one a table, but excluded and other events stand apart from steps.
    static func passes(over events: PathEvents) -> [PathSource] {
        var passes: [PathSource] = []
        var tables: [[PathEvents.Source]] = []
        for source in events.sources {
            switch source.role {
            case .excluded: passes.append(.plain(source.run, steps: 0, .always(PathEntry.excluded)))
            case .step, .other:
                if let table = tables.firstIndex(where: { $0[0].run.isOfSameTable(as: source.run) }) {
                    tables[table].append(source)
                } else {
                    tables.append([source])
                }
            }
        }
        return passes + tables.map { PathSource($0, in: events.span) }
    }

    private init(_ sources: [PathEvents.Source], in span: Range<Int64>) {
        if sources.count == 1 {
            let source = sources[0]
            switch source.role {
            case .step(let step): self = .plain(source.run, steps: 1 << UInt16(step), source.marks)
            case .excluded, .other: self = .plain(source.run, steps: 0, .always(PathEntry.other))
            }
            return
        }
        let rows = sources[0].run.times.rows(in: span)
        var steps = [UInt16](repeating: 0, count: rows.count)
        var marks = [UInt8](repeating: PathEntry.other, count: rows.count)
        var isMeant = [Bool](repeating: false, count: rows.count)
        for source in sources {
            source.run.forEach(in: span) { row, _, _ in
                let place = row - rows.lowerBound
                isMeant[place] = true
                guard case .step(let step) = source.role else { return }
                if steps[place] == 0 { marks[place] = source.marks[row] }
                steps[place] |= 1 << UInt16(step)
            }
        }
        var kept = Bitmap(rows: sources[0].run.times.count)
        for place in isMeant.indices where isMeant[place] { kept[rows.lowerBound + place] = true }
        self = .mixed(sources[0].run.keeping(kept, in: rows), steps: steps, marks: marks, from: rows.lowerBound)
    }

    /// The times of all rows of the table.
    var times: TimeLane {
        switch self {
        case .plain(let run, _, _), .mixed(let run, _, _, _): run.times
        }
    }

    /// Calls `body` with the record and the entry of every event of a stretch of time, in time order.
    @inline(__always)
    func forEach(
        in span: Range<Int64>, origin: Int64, _ body: (_ record: Int, _ entry: PathEntry) -> Void
    ) {
        switch self {
        case .plain(let run, let steps, .always(let mark)):
            run.forEach(in: span) { _, record, time in
                body(record, PathEntry(time: time - origin, steps: steps, mark: mark))
            }
        case .plain(let run, let steps, let marks):
            run.forEach(in: span) { row, record, time in
                body(record, PathEntry(time: time - origin, steps: steps, mark: marks[row]))
            }
        case .mixed(let run, let steps, let marks, let first):
            run.forEach(in: span) { row, record, time in
                body(record, PathEntry(time: time - origin, steps: steps[row - first], mark: marks[row - first]))
            }
        }
    }

    /// Calls `body` with the record of every event of a stretch of time.
    @inline(__always)
    func forEachRecord(in span: Range<Int64>, _ body: (Int) -> Void) {
        switch self {
        case .plain(let run, _, _), .mixed(let run, _, _, _): run.forEach(in: span) { _, record, _ in body(record) }
        }
    }
}
