import Columnar

extension ArrivalReader {
    /// The integers of a fixed column that every row has.
    func integers(of fixed: FixedColumn, in catalogue: ColumnCatalogue) throws -> [Int64] {
        guard let column = catalogue.fixed(fixed, of: reader.family).first,
            case .integers(let values, _, _)? = try integers(column)
        else { return Array(repeating: 0, count: rows) }
        return values
    }

    /// The key of every row as a hash; none where it has none.
    func keys(in catalogue: ColumnCatalogue) throws -> [UInt64?] {
        var keys = [UInt64?](repeating: nil, count: rows)
        for stored in catalogue.fixed(.key, of: reader.family) {
            switch try column(stored) {
            case .integers(let values, _, let present)?:
                present.forEach { keys[$0] = Deduplication.hash(of: .integer(values[$0])) }
            case let texts?:
                for row in 0..<rows where texts.hasValue(row) {
                    keys[row] = texts.text(row).map { Deduplication.hash(of: .text($0)) }
                }
            case nil: continue
            }
        }
        return keys
    }
}
