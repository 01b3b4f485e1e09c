import Customers

extension CountedValue {
    /// The value as a filter writes it; nil where it has no such form.
    var written: String? {
        switch value {
        case .text(let text): quoted(text: text)
        case .integer(let integer): "\(integer)"
        case .number(let number): DecimalLiteral(written: "\(number)")?.description
        case .boolean(let truth): truth ? "true" : "false"
        case .date(let date): date.text
        case .timestamp, .money, .list: nil
        }
    }

    /// The value as people type it.
    var shown: String {
        if case .text(let text) = value { text } else { written ?? "" }
    }
}
