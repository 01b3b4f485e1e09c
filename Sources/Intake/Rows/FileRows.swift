/// The rows of a file in either layout.
enum FileRows {
    case csv(CSVRows)
    case json(JSONRows)

    /// Reads some rows, or sets some aside.
    ///
    /// - Returns: whether there was anything left to read.
    mutating func fill(_ table: inout RowTable, limit: Int, rejects: inout [Reject]) -> Bool {
        switch self {
        case .csv(var rows):
            let hadRows = rows.fill(&table, limit: limit, rejects: &rejects)
            self = .csv(rows)
            return hadRows
        case .json(var rows):
            let hadRows = rows.fill(&table, limit: limit, rejects: &rejects)
            self = .json(rows)
            return hadRows
        }
    }
}
