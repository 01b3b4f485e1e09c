import Columnar
import Customers

/// Writes a property whose values may stand in columns of several types.
struct PropertyEmission {
    let reader: ArrivalReader
    let writer: CacheWriter

    /// Writes the property for each range of places: as the type that its values have there, widened to text where
    /// they have several.
    ///
    /// `rows`: the row of arrival of each place.
    func emit(
        _ name: String, variants: [StoredColumn], ranges: [(prefix: String, range: Range<Int>)],
        rows: UnsafeBufferPointer<Int32>, withSets: Bool = false,
        _ body: (Int, CacheDirectory.ColumnEntry) -> Void
    ) throws {
        let columns = try variants.compactMap { try reader.column($0) }
        for (number, (prefix, range)) in ranges.enumerated() {
            let slice = UnsafeBufferPointer(rebasing: rows[range])
            let used = columns.filter { column in
                slice.contains { $0 >= 0 && column.hasValue(Int($0)) }
            }
            guard let column = used.count > 1 ? try widened(used, name: name) : used.first else { continue }
            if let entry = try writer.emit(
                column, name: name, prefix: "\(prefix)/\(name)", rows: slice, withSets: withSets)
            {
                body(number, entry)
            }
        }
    }

    /// One column of the values of several: numbers where all are, else text.
    ///
    /// `isTold`: whether users are told that the name was read as text.
    func widened(_ columns: [ArrivalColumn], name: String, isTold: Bool = true) throws -> ArrivalColumn {
        if let numbers = numbers(columns) { return numbers }
        let currency = try StoreFile.currency(in: reader.reader.db)
        if isTold, !writer.directory.widened.contains(name) { writer.directory.widened.append(name) }
        var book = CodebookBuilder()
        var codes = [UInt32](repeating: 0, count: reader.rows)
        for row in 0..<reader.rows {
            for column in columns {
                if let text = column.text(row, currency: currency) { codes[row] = book.code(text) + 1 }
            }
        }
        return .codes(codes, book.texts)
    }

    private func numbers(_ columns: [ArrivalColumn]) -> ArrivalColumn? {
        var values = [Double](repeating: 0, count: reader.rows)
        var present = Bitmap(rows: reader.rows)
        for column in columns {
            switch column {
            case .integers(let integers, .integer, let rows):
                rows.forEach { values[$0] = Double(integers[$0]) }
                present |= rows
            case .numbers(let numbers, let rows):
                rows.forEach { values[$0] = numbers[$0] }
                present |= rows
            default: return nil
            }
        }
        return .numbers(values, present: present)
    }
}
