/// The rejected rows of files, as CSV: line, column, code, reason, raw text.
public enum RejectsFile {
    /// The first line of the file.
    public static let header = "line,column,code,reason,raw\n"

    /// A line for a reject, with its line end.
    public static func line(_ reject: Reject) -> String {
        let fields = [
            String(reject.line), reject.column ?? "", reject.reason.code, reject.reason.description, reject.raw,
        ]
        return fields.map(quoted).joined(separator: ",") + "\n"
    }

    /// A field in quotes where it needs them.
    private static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }
}
