import Customers

extension Context {
    /// The type of a column's values, in the language of the interface; commands and mappings have the English word.
    func typeName(_ type: ValueType) -> String {
        switch type {
        case .text: say("type.text", "text")
        case .number: say("type.number", "number")
        case .integer: say("type.integer", "integer")
        case .boolean: say("type.boolean", "boolean")
        case .date: say("type.date", "date")
        case .timestamp: say("type.timestamp", "timestamp")
        case .money: say("type.money", "money")
        case .list: say("type.list", "list")
        }
    }
}
