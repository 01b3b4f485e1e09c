/// A file of rows under a header, as a test writes it and as a plain evaluation reads it.
struct CSVFile: Hashable {
    let name: String
    let header: [String]
    var rows: [[String]]

    /// The file's bytes; quotes stand where a field needs them.
    var text: String { ([header] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined() }

    /// The rows as values under the names of the columns.
    var records: [[String: String]] {
        rows.map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    init(_ name: String, header: String, rows: [[String]] = []) {
        self.name = name
        self.header = header.split(separator: ",").map(String.init)
        self.rows = rows
    }

    /// Some of the rows, under the same name and header.
    func keeping(_ range: Range<Int>) -> CSVFile {
        var part = self
        part.rows = Array(rows[range])
        return part
    }

    private static func quoted(_ field: String) -> String {
        field.contains { ",\"\n".contains($0) } ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }
}
