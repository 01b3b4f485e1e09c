/// What kind of value a trait or a property holds.
public enum ValueType: String, Hashable, Sendable, CaseIterable {
    case text, number, integer, boolean, date, timestamp, money, list
}

/// One value of a trait or of a property.
public enum Value: Hashable, Sendable {
    case text(String)
    /// A finite number.
    case number(Double)
    case integer(Int64)
    case boolean(Bool)
    case date(CivilDate)
    case timestamp(Instant)
    /// An amount in minor units of the workspace's currency.
    case money(Int64)
    /// Several texts, in the order of the source.
    case list([String])

    /// The type of the value.
    public var type: ValueType {
        switch self {
        case .text: .text
        case .number: .number
        case .integer: .integer
        case .boolean: .boolean
        case .date: .date
        case .timestamp: .timestamp
        case .money: .money
        case .list: .list
        }
    }
}
