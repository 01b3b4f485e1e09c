import Customers
import Terminal

/// Prints values for people.
struct Amounts {
    let currency: Currency

    func money(_ minor: Int64) -> String {
        Numbers.money(minorUnits: Int(minor), symbol: currency.symbol, places: currency.fractionDigits)
    }

    func value(_ value: Value) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
        case .integer(let integer): "\(integer)"
        case .boolean(let flag): flag ? "true" : "false"
        case .date(let date): date.description
        case .timestamp(let instant): instant.description
        case .money(let minor): money(minor)
        case .list(let texts): texts.joined(separator: ", ")
        }
    }
}

/// A value as JSON knows it.
struct JSONValue: Encodable {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .integer(let integer), .money(let integer): try container.encode(integer)
        case .boolean(let flag): try container.encode(flag)
        case .date(let date): try container.encode(date.description)
        case .timestamp(let instant): try container.encode(instant.description)
        case .list(let texts): try container.encode(texts)
        }
    }
}

extension [NamedValue] {
    /// The values under their names; money under a name that says minor units.
    var json: [String: JSONValue] {
        Dictionary(
            map { named in
                if case .money = named.value { return (named.name + "_minor", JSONValue(named.value)) }
                return (named.name, JSONValue(named.value))
            }, uniquingKeysWith: { first, _ in first })
    }
}
