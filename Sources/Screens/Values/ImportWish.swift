public import Customers

/// A file to import, and what the user said about it.
public struct ImportWish: Hashable, Sendable {
    /// Where the file lies.
    public var path: String
    /// One of the preview's kinds, such as `orders`; none leaves the guess.
    public var kind: String?
    /// The source's name; none leaves the guess.
    public var source: String?
    /// What was decided about single columns, in the order in which it was.
    public var columns: [ColumnWish]

    public init(path: String, kind: String? = nil, source: String? = nil, columns: [ColumnWish] = []) {
        self.path = path
        self.kind = kind
        self.source = source
        self.columns = columns
    }

    /// Changes what is decided about a column; one about which nothing is decided any more is forgotten.
    public mutating func decide(_ header: String, _ change: (inout ColumnWish) -> Void) {
        var column = columns.first { $0.header == header } ?? ColumnWish(header: header)
        change(&column)
        columns.removeAll { $0.header == header }
        if column != ColumnWish(header: header) { columns.append(column) }
    }
}

/// What was decided about one column of a file; none of it leaves the guess.
public struct ColumnWish: Hashable, Sendable {
    /// The name in the file.
    public let header: String
    /// What the column is for, as in the preview.
    public var role: String?
    /// The name under which the values are kept.
    public var target: String?
    public var type: ValueType?
    /// How dates and times are written.
    public var format: String?
    /// The sign between the elements of a list.
    public var separator: String?

    public init(
        header: String, role: String? = nil, target: String? = nil, type: ValueType? = nil, format: String? = nil,
        separator: String? = nil
    ) {
        self.header = header
        self.role = role
        self.target = target
        self.type = type
        self.format = format
        self.separator = separator
    }

    /// The decision as a line of a mapping's columns: `total = { to = "revenue" }`.
    public var line: String {
        let parts: [(String, String?)] = [
            ("to", target), ("role", role), ("type", type?.rawValue), ("format", format), ("split", separator),
        ]
        let entries = parts.compactMap { key, value in value.map { "\(key) = \(TOMLText.quoted($0))" } }
        return "\(TOMLText.key(header)) = { \(entries.joined(separator: ", ")) }"
    }
}
