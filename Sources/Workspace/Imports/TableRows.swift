import Columnar
import Customers
import Foundation
import Intake
import Store

/// Reads batches row by row, for the files that go into ordinary tables.
final class TableRows {
    private let plan: FilePlan
    /// The texts of each column's codes, as batches have brought them.
    private var books: [Int: [String]] = [:]

    init(_ plan: FilePlan) {
        self.plan = plan
    }

    /// The values of each row under the names of their targets, as texts.
    func texts(_ batch: IntakeBatch) -> [[String: String]] {
        var rows = [[String: String]](repeating: [:], count: batch.rows)
        for (place, column) in batch.columns.enumerated() {
            let target = plan.stored[place].target
            learn(column.values, place: place)
            for row in 0..<batch.rows {
                if let text = text(column, row, place: place) { rows[row][target] = text }
            }
        }
        return rows
    }

    private func learn(_ values: Vector, place: Int) {
        switch values {
        case .codes(_, let appended), .lists(_, _, let appended): books[place, default: []].append(contentsOf: appended)
        case .integers, .numbers, .texts: return
        }
    }

    private func text(_ column: BatchColumn, _ row: Int, place: Int) -> String? {
        guard column.present?[row] ?? true else { return nil }
        switch column.values {
        case .integers(let values): return Self.text(values[row], plan.stored[place].type)
        case .numbers(let values): return "\(values[row])"
        case .codes(let codes, _): return codes[row] == Vector.missingCode ? nil : books[place]?[Int(codes[row])]
        case .texts(let texts): return texts.range(of: row).isEmpty ? nil : texts[row]
        case .lists(let ends, let codes, _):
            let start = row == 0 ? 0 : Int(ends[row - 1])
            return codes[start..<Int(ends[row])].compactMap { books[place]?[Int($0)] }.joined(separator: "|")
        }
    }

    private static func text(_ value: Int64, _ type: ValueType) -> String {
        switch type {
        case .date: CivilDate(dayNumber: Int32(clamping: value)).description
        case .timestamp: Instant(milliseconds: value).description
        case .boolean: value == 0 ? "false" : "true"
        case .integer, .number, .money, .text, .list: "\(value)"
        }
    }

    /// The rows of a file of products.
    func products(_ batch: IntakeBatch) throws -> [ProductRow] {
        let key = plan.stored.first { $0.role == .key }?.target
        return try texts(batch).compactMap { row in
            guard let product = row[key ?? "product"] ?? row["product_id"] else { return nil }
            let json = try JSONSerialization.data(withJSONObject: row, options: [.sortedKeys])
            return ProductRow(product: product, properties: String(decoding: json, as: UTF8.self))
        }
    }

    /// The rows of a consent ledger.
    func consents(_ batch: IntakeBatch) -> [ConsentRow] {
        let identifier = plan.stored.first { if case .identifier = $0.role { true } else { false } }
        let time = plan.stored.firstIndex { $0.role == .time }
        return texts(batch).enumerated().compactMap { number, row in
            guard let identifier, case .identifier(let kind) = identifier.role, let value = row[identifier.target],
                let channel = row["channel"], let state = row["state"]
            else { return nil }
            var milliseconds: Int64 = 0
            if let time, case .integers(let times) = batch.columns[time].values { milliseconds = times[number] }
            return ConsentRow(
                identifier: Self.identifier(kind: kind, value), channel: channel,
                purpose: row["purpose"] ?? "marketing",
                state: state, time: Instant(milliseconds: milliseconds), wording: row["wording"],
                hash: batch.rowHashes[number])
        }
    }

    /// An identifier that may bear its kind before a colon, as in `email:a@example.com`.
    private static func identifier(kind: String, _ value: String) -> Identifier {
        guard let colon = value.firstIndex(of: ":") else { return Identifier(kind: kind, value: value) }
        return Identifier(
            kind: value[..<colon].lowercased(), value: String(value[value.index(after: colon)...]))
    }
}
