public import Customers

/// What becomes of one column of a file.
public struct ColumnPlan: Hashable, Sendable {
    /// Where the values come from.
    public enum Source: Hashable, Sendable {
        /// The column at this position of the file, from 0; for JSON Lines, the member of the header's name.
        case position(Int)
        /// The same text in every row.
        case constant(String)
    }

    public var source: Source
    /// The column's name in the file, trimmed and unique in it; for a constant its target.
    public var header: String
    /// The name under which the values are stored.
    public var target: String
    public var role: Role
    /// The type of the values; identifiers and keys come as integers or texts, batch by batch, whatever this says.
    public var type: ValueType
    public var conversion: Conversion

    public init(
        source: Source, header: String, target: String, role: Role = .property, type: ValueType = .text,
        conversion: Conversion = Conversion()
    ) {
        self.source = source
        self.header = header
        self.target = target
        self.role = role
        self.type = type
        self.conversion = conversion
    }
}

/// What a column is for.
public enum Role: Hashable, Sendable {
    /// Names the customer, by a kind of identifier such as `email`; in a customer file it is a trait too.
    case identifier(kind: String)
    /// The id of the event, order or product; of order lines, the id of their order.
    case key
    /// The name of the event.
    case eventName
    /// When it happened; in customer files, when it was observed.
    case time
    /// A value to keep under the column's target.
    case property
    /// Not read.
    case ignored
}
