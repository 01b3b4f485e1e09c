import Foundation
import Intake
import TOMLKit

/// Reads a mapping from TOML.
///
///     kind = "orders"
///     source = "till"
///     [columns.customer_id]
///     role = "identifier customer_id"
///     [columns.amount]
///     to = "revenue"
///     type = "money"
///     [constants]
///     currency = "EUR"
struct MappingFile {
    private let path: String

    init(path: String) {
        self.path = path
    }

    func read() throws -> Mapping {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UsageProblem(message: "The mapping \(path) cannot be read.")
        }
        return try read(String(decoding: data, as: UTF8.self))
    }

    /// Reads decisions about columns, each a line of the table `columns`.
    static func columns(_ lines: [String]) throws -> [Mapping.Column] {
        // One at a time: the same column may be decided twice, and the order counts.
        try lines.flatMap { try MappingFile(path: "of --column").read("[columns]\n\($0)\n").columns }
    }

    private func read(_ text: String) throws -> Mapping {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw UsageProblem(
                message:
                    "The mapping \(path) is not valid TOML at line \(error.source.begin.line): \(error.description)")
        }
        return try mapping(table)
    }

    private static let keys: Set<String> = [
        "kind", "source", "delimiter", "encoding", "header", "columns", "constants", "time", "ids", "ignore",
    ]

    private func mapping(_ table: TOMLTable) throws -> Mapping {
        try refuseUnknown(table, known: Self.keys, place: "")
        return Mapping(
            kind: try text(table, "kind"), source: try text(table, "source"), delimiter: try text(table, "delimiter"),
            encoding: try text(table, "encoding"), header: try flag(table, "header"), columns: try columns(table),
            constants: try constants(table), time: try text(table, "time"), identifiers: try identifiers(table),
            ignore: try texts(table, "ignore"))
    }

    private func refuseUnknown(_ table: TOMLTable, known: Set<String>, place: String) throws {
        for key in table.keys where !known.contains(key) {
            throw UsageProblem(
                message:
                    "The mapping \(path) has an unknown key ‘\(place)\(key)’; known are \(known.sorted().joined(separator: ", "))."
            )
        }
    }

    private func text(_ table: TOMLTable, _ key: String) throws -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string else { throw wrong(key, "a text") }
        return text
    }

    private func flag(_ table: TOMLTable, _ key: String) throws -> Bool? {
        guard let value = table[key] else { return nil }
        guard let flag = value.bool else { throw wrong(key, "true or false") }
        return flag
    }

    private func number(_ table: TOMLTable, _ key: String) throws -> Int? {
        guard let value = table[key] else { return nil }
        guard let number = value.int else { throw wrong(key, "a whole number") }
        return number
    }

    private func texts(_ table: TOMLTable, _ key: String) throws -> [String] {
        guard let value = table[key] else { return [] }
        guard let array = value.array else { throw wrong(key, "a list of texts") }
        return try array.map { element in
            guard let text = element.string else { throw wrong(key, "a list of texts") }
            return text
        }
    }

    private func pairs(_ table: TOMLTable, _ key: String, only one: String? = nil) throws -> [String: String] {
        guard let value = table[key] else { return [:] }
        guard let inner = value.table else { throw wrong(key, "a table of texts") }
        var pairs: [String: String] = [:]
        for (name, value) in inner where one.map({ $0 == name }) ?? true {
            if let text = value.string {
                pairs[name] = text
            } else if let number = value.int {
                pairs[name] = "\(number)"
            } else if let flag = value.bool {
                pairs[name] = "\(flag)"
            } else {
                throw wrong("\(key).\(name)", "a text")
            }
        }
        return pairs
    }

    private static let columnKeys: Set<String> = [
        "to", "role", "type", "format", "decimal_comma", "split", "values", "scale", "accepts_zero",
    ]

    private func columns(_ table: TOMLTable) throws -> [Mapping.Column] {
        guard let value = table["columns"] else { return [] }
        guard let inner = value.table else { throw wrong("columns", "a table of columns") }
        return try inner.keys.sorted().map { header in
            guard let column = inner[header]?.table else { throw wrong("columns.\(header)", "a table") }
            try refuseUnknown(column, known: Self.columnKeys, place: "columns.\(header).")
            return Mapping.Column(
                header: header, target: try text(column, "to"), role: try text(column, "role"),
                type: try text(column, "type"), format: try text(column, "format"),
                hasDecimalComma: try flag(column, "decimal_comma"), separator: try text(column, "split"),
                values: try pairs(column, "values"), scale: try number(column, "scale"),
                acceptsZero: try flag(column, "accepts_zero"))
        }
    }

    /// A constant is a value, or a table of its value, role and type.
    private func constants(_ table: TOMLTable) throws -> [Mapping.Constant] {
        guard let inner = table["constants"]?.table else {
            return try pairs(table, "constants").map { Mapping.Constant(target: $0.key, value: $0.value) }
        }
        return try inner.keys.sorted().flatMap { name -> [Mapping.Constant] in
            guard let constant = inner[name]?.table else {
                return try pairs(table, "constants", only: name).map {
                    Mapping.Constant(target: $0.key, value: $0.value)
                }
            }
            try refuseUnknown(constant, known: ["value", "role", "type"], place: "constants.\(name).")
            guard let value = try text(constant, "value") else { throw wrong("constants.\(name).value", "a text") }
            return [
                Mapping.Constant(
                    target: name, value: value, role: try text(constant, "role"), type: try text(constant, "type"))
            ]
        }
    }

    private func identifiers(_ table: TOMLTable) throws -> [Mapping.Identifier] {
        try pairs(table, "ids").sorted { $0.key < $1.key }.map { Mapping.Identifier(kind: $0.key, header: $0.value) }
    }

    private func wrong(_ key: String, _ expected: String) -> UsageProblem {
        UsageProblem(message: "In the mapping \(path), ‘\(key)’ must be \(expected).")
    }
}
