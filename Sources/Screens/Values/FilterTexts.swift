import Analytics
import Customers
import Filters

/// Texts of filters that screens make.
enum FilterTexts {
    /// The people of a saved segment.
    static func segment(_ name: String) -> String { Filter.membership(.member(of: name)).text }

    /// The buyers with these scores.
    static func scores(recency: Int, frequency: Int, of variant: RFMVariant) -> String {
        Filter.rfm(recency: recency, frequency: frequency, of: variant).text
    }

    /// The buyers of a named group.
    static func group(_ group: RFMGroup, of variant: RFMVariant) -> String {
        Filter.rfm(group: group, of: variant).text
    }

    /// Exactly the people with these identifiers; none for no identifiers.
    static func people(_ identifiers: [Identifier]) -> String? {
        let kinds = Dictionary(grouping: identifiers, by: \.kind).sorted { $0.key < $1.key }
        let conditions = kinds.map { kind, members in
            let values = members.map { literal($0.value) }
            return Filter.trait(kind, values.count == 1 ? .compare(.equal, values[0]) : .isIn(values))
        }
        guard let first = conditions.first else { return nil }
        return (conditions.count == 1 ? first : .any(conditions)).text
    }

    /// A whole number as a number, anything else as text.
    private static func literal(_ value: String) -> Literal {
        let isCanonical = value == "0" || (value.first != "0" && value.utf8.allSatisfy { (0x30...0x39).contains($0) })
        guard isCanonical, value.utf8.count < 16, let number = Int64(value) else { return .text(value) }
        return .number(DecimalLiteral(coefficient: number))
    }
}
