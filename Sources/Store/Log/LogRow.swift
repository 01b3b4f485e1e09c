import Columnar
import Customers
import Foundation
import GRDB

/// Rows in the readable log: one a row, its values as JSON under the names of their columns.
///
/// A name is followed by the type, so that what is read back is what was written: `{"category:text": "boots"}`.
enum LogRow {
    static func name(of column: StoredColumn) -> String { "\(column.name):\(column.type.rawValue)" }

    /// The value of a row as JSON knows it, or none.
    static func json(_ column: BatchColumn, row: Int, texts: (Int, UInt32) -> String, columnID: Int) -> Any? {
        guard column.present?[row] ?? true else { return nil }
        switch column.values {
        case .integers(let values): return values[row]
        case .numbers(let values): return values[row]
        case .codes(let values, _):
            return values[row] == Vector.missingCode ? nil : texts(columnID, values[row])
        case .texts(let values): return values.range(of: row).isEmpty ? nil : values[row]
        case .lists(let ends, let codes, _):
            let start = row == 0 ? 0 : Int(ends[row - 1])
            let elements = codes[start..<Int(ends[row])].map { texts(columnID, $0) }
            return elements.isEmpty ? nil : elements
        }
    }

    /// A column of the values of several rows, in texts instead of codes.
    static func column(_ type: ValueType, _ values: [Any?]) -> BatchColumn {
        switch type {
        case .text:
            var texts = TextVector()
            for value in values { texts.append(value as? String ?? "") }
            return BatchColumn(values: .texts(texts))
        case .number:
            let numbers = values.map { ($0 as? NSNumber)?.doubleValue }
            return BatchColumn(values: .numbers(numbers.map { $0 ?? 0 }), present: present(numbers.map { $0 != nil }))
        case .integer, .boolean, .date, .timestamp, .money:
            let integers = values.map { ($0 as? NSNumber)?.int64Value }
            return BatchColumn(
                values: .integers(integers.map { $0 ?? 0 }), present: present(integers.map { $0 != nil }))
        case .list:
            return lists(values.map { $0 as? [String] ?? [] })
        }
    }

    private static func present(_ flags: [Bool]) -> Bitmap? {
        guard flags.contains(false) else { return nil }
        var bitmap = Bitmap(rows: flags.count)
        for (row, flag) in flags.enumerated() where flag { bitmap[row] = true }
        return bitmap
    }

    private static func lists(_ lists: [[String]]) -> BatchColumn {
        var codes: [String: UInt32] = [:]
        var appended: [String] = []
        var ends: [UInt32] = []
        var elements: [UInt32] = []
        for list in lists {
            for text in list {
                let code = codes[text] ?? UInt32(appended.count)
                if codes[text] == nil {
                    codes[text] = code
                    appended.append(text)
                }
                elements.append(code)
            }
            ends.append(UInt32(elements.count))
        }
        return BatchColumn(values: .lists(ends: ends, codes: elements, appended: appended))
    }
}

extension ReadyRows {
    /// Writes the rows into the log.
    func writeLog(import importID: Int, in db: Database) throws {
        let insert = try db.cachedStatement(
            sql: "INSERT INTO log (seq, family, import, record, time, properties) VALUES (?, ?, ?, ?, ?, ?)")
        let books = try codebooks(in: db)
        for row in 0..<rows {
            var properties: [String: Any] = [:]
            for (column, values) in columns {
                guard column.name != FixedColumn.record.rawValue, column.name != FixedColumn.time.rawValue else {
                    continue
                }
                let text = { (id: Int, code: UInt32) in books[id]?[Int(code)] ?? "" }
                if let value = LogRow.json(values, row: row, texts: text, columnID: column.id) {
                    properties[LogRow.name(of: column)] = value
                }
            }
            let json = try JSONSerialization.data(withJSONObject: properties, options: [.sortedKeys])
            try insert.execute(arguments: [
                firstSeq + row, family.rawValue, importID, records?[row], time(of: row),
                String(decoding: json, as: UTF8.self),
            ])
        }
    }

    private func time(of row: Int) -> Int64? {
        guard let times, case .integers(let values) = times.values, times.present?[row] ?? true else { return nil }
        return values[row]
    }

    private func codebooks(in db: Database) throws -> [Int: [String]] {
        var books: [Int: [String]] = [:]
        for (column, values) in columns {
            switch values.values {
            case .codes, .lists: books[column.id] = try StoreFile.codebook(of: column.id, in: db)
            case .integers, .numbers, .texts: continue
            }
        }
        return books
    }
}

extension StoreFile {
    /// The texts of a column by code.
    static func codebook(of column: Int, in db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT text FROM codebook WHERE \"column\" = ? ORDER BY code", arguments: [column])
    }
}
