/// What a person decided about a file, as it stands in a mapping file: everything is optional, the rest is guessed.
public struct Mapping: Hashable, Sendable {
    /// A word for the kind, such as `profiles` or `order lines`.
    public var kind: String?
    public var source: String?
    /// `comma`, `semicolon`, `tab`, `pipe`, or one sign.
    public var delimiter: String?
    /// `utf-8`, `windows-1250` or `windows-1251`.
    public var encoding: String?
    /// Whether the first row names the columns; they are `column_1`, `column_2` … where none does.
    public var header: Bool?
    public var columns: [Column]
    public var constants: [Constant]
    /// The header of the column that holds the time.
    public var time: String?
    public var identifiers: [Identifier]
    /// Headers of columns to leave out.
    public var ignore: [String]

    public init(
        kind: String? = nil, source: String? = nil, delimiter: String? = nil, encoding: String? = nil,
        header: Bool? = nil, columns: [Column] = [], constants: [Constant] = [], time: String? = nil,
        identifiers: [Identifier] = [], ignore: [String] = []
    ) {
        self.kind = kind
        self.source = source
        self.delimiter = delimiter
        self.encoding = encoding
        self.header = header
        self.columns = columns
        self.constants = constants
        self.time = time
        self.identifiers = identifiers
        self.ignore = ignore
    }

    /// What is decided about one column.
    public struct Column: Hashable, Sendable {
        public var header: String
        /// The name under which its values are stored.
        public var target: String?
        /// `key`, `event name`, `time`, `property`, `ignored`, or `identifier` with a kind, as in `identifier email`.
        public var role: String?
        /// `text`, `number`, `integer`, `boolean`, `date`, `timestamp`, `money` or `list`.
        public var type: String?
        /// How dates are written, as in `dd.MM.yyyy HH:mm`.
        public var format: String?
        public var hasDecimalComma: Bool?
        /// The sign between the elements of a list.
        public var separator: String?
        /// Texts to read in place of others.
        public var values: [String: String]
        /// Decimals of amounts written in minor units.
        public var scale: Int?
        /// Whether the identifier 0 names a customer.
        public var acceptsZero: Bool?

        public init(
            header: String, target: String? = nil, role: String? = nil, type: String? = nil, format: String? = nil,
            hasDecimalComma: Bool? = nil, separator: String? = nil, values: [String: String] = [:], scale: Int? = nil,
            acceptsZero: Bool? = nil
        ) {
            self.header = header
            self.target = target
            self.role = role
            self.type = type
            self.format = format
            self.hasDecimalComma = hasDecimalComma
            self.separator = separator
            self.values = values
            self.scale = scale
            self.acceptsZero = acceptsZero
        }
    }

    /// A value that every row gets: `currency` = `EUR`, `event` = `purchase`.
    public struct Constant: Hashable, Sendable {
        public var target: String
        public var value: String
        /// As in `Column`.
        public var role: String?
        /// As in `Column`.
        public var type: String?

        public init(target: String, value: String, role: String? = nil, type: String? = nil) {
            self.target = target
            self.value = value
            self.role = role
            self.type = type
        }
    }

    /// A column that names the customer.
    public struct Identifier: Hashable, Sendable {
        public var kind: String
        public var header: String

        public init(kind: String, header: String) {
            self.kind = kind
            self.header = header
        }
    }
}
