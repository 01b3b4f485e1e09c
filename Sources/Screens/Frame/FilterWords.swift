/// Names and values as they are written in a filter.
enum FilterWords {
    /// A trait's name, in backticks where it is no plain word.
    static func name(_ name: String) -> String {
        let isPlain = !name.isEmpty && name.first?.isNumber == false
            && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        return isPlain ? name : "`\(name.replacing("`", with: ""))`"
    }

    /// A text in double quotes.
    static func text(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// A whole number as it is, anything else as text.
    static func literal(_ value: String) -> String {
        let isNumber = !value.isEmpty && value.count < 16 && (value.first != "0" || value == "0")
            && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isNumber ? value : text(value)
    }
}
