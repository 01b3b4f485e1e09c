import Columnar

extension Timeline {
    /// A timeline of nobody.
    static let none = Timeline(tables: [], byRecord: RowIndex(ends: Lane([]), rows: Lane([])))

    /// The rows of some records by table, rising; empty where the records have no events, or are not known here.
    func rows(of records: [Int]) -> [String: [Int]] {
        Dictionary(grouping: records.flatMap { events(of: $0) }, by: { names[$0.table] }).mapValues {
            $0.map(\.row).sorted()
        }
    }
}
