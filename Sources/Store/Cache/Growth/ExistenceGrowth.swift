import Columnar

/// The first dates of records that something was told of later.
struct ExistenceGrowth {
    private var notes: [(record: Int, time: Int64)] = []

    /// Says that something about a record is dated.
    mutating func note(_ record: Int, at time: Int64) {
        notes.append((record, time))
    }

    func write(to sections: GrownSections) {
        let records = sections.directory.records
        let old = sections.base.directory.records
        guard records > old || !notes.isEmpty else { return }
        let hadDates = sections.has("record/since")
        let existed = sections.base.lane("record/ever", UInt64.self) ?? Lane([])
        sections.insert(notes.lazy.map(\.record), into: "record/ever", rows: records)
        guard hadDates || notes.contains(where: { $0.time != .min }) else { return }
        sections.grow("record/since", to: records) { (dates: UnsafeMutableBufferPointer<Int64>) in
            if !hadDates {
                for record in 0..<old {
                    dates[record] = existed[record >> 6] & (1 << UInt64(record & 63)) != 0 ? .min : .max
                }
            }
            for record in old..<records { dates[record] = .max }
            for (record, time) in notes { dates[record] = min(dates[record], time) }
        }
        let latest = sections.base.lane("record/latest", Int64.self)?[0] ?? .min
        sections.write("record/latest", [max(latest, notes.lazy.map(\.time).max() ?? .min)])
    }
}
