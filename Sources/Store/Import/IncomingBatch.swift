public import Columnar
public import Customers

/// A trait or property of the rows that come in.
public struct IncomingColumn: Hashable, Sendable {
    public let name: String
    public let type: ValueType
    /// The kind of identifier that the column holds, in a file of profiles.
    public let identifier: String?

    public init(name: String, type: ValueType, identifier: String? = nil) {
        self.name = name
        self.type = type
        self.identifier = identifier
    }
}

/// Rows that come in, as columns.
public struct IncomingBatch: Sendable {
    public var rows: Int
    /// The columns that name the record, the most telling kind first: integers, or texts in their normal form.
    public var identifiers: [(kind: String, column: BatchColumn)]
    /// When the row happened or was observed, in milliseconds.
    public var time: BatchColumn?
    /// The name of the event.
    public var eventName: BatchColumn?
    /// The id of the event or of the order.
    public var key: BatchColumn?
    /// A hash of each row's raw text.
    public var hashes: [UInt64]
    /// The traits or properties, in the order in which the writer was told of them.
    public var properties: [BatchColumn]

    public init(
        rows: Int, identifiers: [(kind: String, column: BatchColumn)], time: BatchColumn?, eventName: BatchColumn?,
        key: BatchColumn?, hashes: [UInt64], properties: [BatchColumn]
    ) {
        self.rows = rows
        self.identifiers = identifiers
        self.time = time
        self.eventName = eventName
        self.key = key
        self.hashes = hashes
        self.properties = properties
    }
}
