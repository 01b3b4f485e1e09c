import Customers
public import Intake

extension Session {
    /// The first values of each column as they stand in the file, under the names of their headers; a field without a
    /// value is empty.
    @concurrent
    public nonisolated func samples(
        of request: ImportRequest, plan: FilePlan, rows: Int
    ) async throws -> [String: [String]] {
        let texts = plan.asTexts
        let reader = try IntakeReader(path: request.path, plan: texts)
        guard let batch = try reader.next(maxRows: rows) else { return [:] }
        var samples: [String: [String]] = [:]
        for row in TableRows(texts).texts(batch).prefix(rows) {
            for column in texts.columns { samples[column.header, default: []].append(row[column.header] ?? "") }
        }
        return samples
    }
}

extension FilePlan {
    /// A plan that reads all columns and takes whatever stands there.
    fileprivate var asTexts: FilePlan {
        let columns = columns.compactMap { column -> ColumnPlan? in
            guard case .position = column.source else { return nil }
            let isArray = format.layout == .jsonLines && column.type == .list
            return ColumnPlan(
                source: column.source, header: column.header, target: column.header, type: isArray ? .list : .text)
        }
        return FilePlan(kind: .products, source: source, format: format, columns: columns)
    }
}
