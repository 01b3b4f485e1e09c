import Foundation
import Intake
import Screens

/// Writes a mapping as TOML, so that `MappingFile` reads the same mapping again.
struct MappingText {
    let mapping: Mapping

    /// The whole file.
    var text: String {
        var lines = entries([
            ("kind", mapping.kind), ("source", mapping.source), ("delimiter", mapping.delimiter),
            ("encoding", mapping.encoding),
        ])
        if let header = mapping.header { lines.append("header = \(header)") }
        lines += entries([("time", mapping.time)])
        if !mapping.ignore.isEmpty {
            lines.append("ignore = [\(mapping.ignore.map(TOMLText.quoted).joined(separator: ", "))]")
        }
        if !mapping.identifiers.isEmpty { lines += ["", "[ids]"] }
        for identifier in mapping.identifiers { lines += entries([(identifier.kind, identifier.header)]) }
        for column in mapping.columns { lines += [""] + table(column) }
        if !mapping.constants.isEmpty { lines += ["", "[constants]"] }
        for constant in mapping.constants { lines.append(line(constant)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func entries(_ pairs: [(String, String?)]) -> [String] {
        pairs.compactMap { key, value in value.map { "\(TOMLText.key(key)) = \(TOMLText.quoted($0))" } }
    }

    private func table(_ column: Mapping.Column) -> [String] {
        var lines = ["[columns.\(TOMLText.key(column.header))]"]
        lines += entries([
            ("to", column.target), ("role", column.role), ("type", column.type), ("format", column.format),
            ("split", column.separator),
        ])
        if let hasComma = column.hasDecimalComma { lines.append("decimal_comma = \(hasComma)") }
        if let scale = column.scale { lines.append("scale = \(scale)") }
        if let accepts = column.acceptsZero { lines.append("accepts_zero = \(accepts)") }
        if !column.values.isEmpty {
            let pairs = column.values.sorted { $0.key < $1.key }.map {
                "\(TOMLText.key($0.key)) = \(TOMLText.quoted($0.value))"
            }
            lines.append("values = { \(pairs.joined(separator: ", ")) }")
        }
        return lines
    }

    private func line(_ constant: Mapping.Constant) -> String {
        guard constant.role != nil || constant.type != nil else {
            return "\(TOMLText.key(constant.target)) = \(TOMLText.quoted(constant.value))"
        }
        let parts = entries([("value", constant.value), ("role", constant.role), ("type", constant.type)])
        return "\(TOMLText.key(constant.target)) = { \(parts.joined(separator: ", ")) }"
    }

    /// Writes a new file, readable by its owner alone.
    func write(to path: String) throws {
        let expanded = (path as NSString).expandingTildeInPath
        guard !FileManager.default.fileExists(atPath: expanded) else {
            throw Failure.taken(path)
        }
        guard
            FileManager.default.createFile(
                atPath: expanded, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw Failure.unwritable(path) }
    }
}
