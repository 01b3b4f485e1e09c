import Columnar

extension Timeline {
    /// A timeline of nobody.
    static let none = Timeline(names: [], ends: [], byRecord: RowIndex(ends: Lane([]), rows: Lane([])))

    /// The rows of some records by table, rising; empty where the records have no events, or are not known here.
    func rows(of records: [Int]) -> [String: [Int]] {
        var rows: [String: [Int]] = [:]
        for record in records {
            for place in byRecord.rows(of: record) {
                let (name, row) = event(at: place)
                rows[name, default: []].append(row)
            }
        }
        return rows.mapValues { $0.sorted() }
    }
}
