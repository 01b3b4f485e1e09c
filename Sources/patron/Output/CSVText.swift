import Workspace

/// An export as CSV; cells that a spreadsheet would run as formulas are defused.
struct CSVText {
    private let export: ProfileExport

    init(_ export: ProfileExport) {
        self.export = export
    }

    var text: String {
        var text = Self.line(export.columns)
        for row in export.rows { text += Self.line(row.map { $0.map(Printer.plain) ?? "" }) }
        return text
    }

    static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\n" }

    private static func cell(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil { text = "'" + text }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
