/// The families of rows that are kept in the row log and in column blocks.
public enum Family: Int, Hashable, Sendable, CaseIterable {
    /// What a source said of a record: a column a trait.
    case traits = 0
    /// What records did: a column a property.
    case events = 1
    /// The versions of orders: a column a property.
    case orders = 2
    /// The lines of orders: a column a property.
    case lines = 3

    /// The name in the store's readable tables.
    public var name: String {
        switch self {
        case .traits: "traits"
        case .events: "events"
        case .orders: "orders"
        case .lines: "lines"
        }
    }
}

/// The columns that every row of a family has beside its traits or properties.
enum FixedColumn: String, CaseIterable, Sendable {
    /// The record that the row is about.
    case record = "#record"
    /// When it happened or was observed, in milliseconds.
    case time = "#time"
    /// The name of the event.
    case type = "#type"
    /// The id of the event or the order.
    case key = "#key"
    /// A hash of the row's raw text, in rows that a later version may replace.
    case hash = "#hash"
}
