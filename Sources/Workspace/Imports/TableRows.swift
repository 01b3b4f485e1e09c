import Columnar
import Customers
import Foundation
import Intake
import Store

/// Reads batches row by row, for the files that go into ordinary tables.
final class TableRows {
    private let plan: FilePlan
    /// The digits of the default country, for telephone numbers without one.
    private let callingCode: String?
    /// The texts of each column's codes, as batches have brought them.
    private var books: [Int: [String]] = [:]

    init(_ plan: FilePlan, callingCode: String? = nil) {
        self.plan = plan
        self.callingCode = callingCode
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

    /// The rows of a consent ledger, and those that say too little.
    func consents(_ batch: IntakeBatch) -> (rows: [ConsentRow], rejects: [Reject]) {
        var rows: [ConsentRow] = []
        var rejects: [Reject] = []
        for (number, texts) in texts(batch).enumerated() {
            do throws(MissingPart) {
                rows.append(try consent(texts, number: number, in: batch))
            } catch {
                rejects.append(
                    Reject(
                        line: batch.lines[number], column: header(of: error), reason: .missing(error.lack),
                        raw: batch.raw[number]))
            }
        }
        return (rows, rejects)
    }

    /// The column that should hold what a row lacks, where the file has one.
    private func header(of part: MissingPart) -> String? {
        let column = plan.stored.first { column in
            switch part.lack {
            case .identifier: if case .identifier = column.role { true } else { false }
            case .time: column.role == .time
            case .state: ["state", "status", "consent"].contains(column.target)
            case .channel: column.target == "channel"
            default: false
            }
        }
        return column?.header
    }

    /// What a row of the ledger lacks.
    private struct MissingPart: Error {
        let lack: RowLack
    }

    private func consent(
        _ texts: [String: String], number: Int, in batch: IntakeBatch
    ) throws(MissingPart) -> ConsentRow {
        guard let identifier = identifier(of: texts) else { throw MissingPart(lack: .identifier) }
        guard let channel = texts["channel"] else { throw MissingPart(lack: .channel) }
        guard let state = texts["state"] ?? texts["status"] ?? texts["consent"] else {
            throw MissingPart(lack: .state)
        }
        guard let place = plan.stored.firstIndex(where: { $0.role == .time }),
            case .integers(let times) = batch.columns[place].values, batch.columns[place].present?[number] ?? true
        else { throw MissingPart(lack: .time) }
        return ConsentRow(
            identifier: identifier, channel: channel.lowercased(),
            purpose: texts["purpose"]?.lowercased() ?? "marketing",
            state: Self.state(state), time: Instant(milliseconds: times[number]), wording: texts["wording"],
            hash: batch.rowHashes[number])
    }

    /// Words by which files say yes.
    private static let granted: Set<String> = [
        "granted", "grant", "yes", "true", "1", "y", "t", "opt_in", "optin", "opt-in", "subscribed", "да", "tak",
    ]

    private static func state(_ word: String) -> String {
        granted.contains(word.lowercased()) ? "granted" : word.lowercased()
    }

    /// The identifier of a row in its normal form; it may bear its kind before a colon, as in `email:a@example.com`.
    private func identifier(of texts: [String: String]) -> Identifier? {
        for column in plan.stored {
            guard case .identifier(let kind) = column.role, let text = texts[column.target] else { continue }
            let colon = kind == "identifier" ? text.firstIndex(of: ":") : nil
            let named = colon.map { text[..<$0].lowercased() } ?? kind
            let value = colon.map { String(text[text.index(after: $0)...]) } ?? text
            if let normal = NormalForm.of(value, kind: named, callingCode: callingCode) {
                return Identifier(kind: named, value: normal)
            }
        }
        return nil
    }
}
