public import Customers

/// A file to import, and what the user said about it.
public struct ImportWish: Hashable, Sendable {
    /// Where the file lies.
    public var path: String
    /// One of the preview's kinds, such as `orders`; none leaves the guess.
    public var kind: String?
    /// The source's name; none leaves the guess.
    public var source: String?

    public init(path: String, kind: String? = nil, source: String? = nil) {
        self.path = path
        self.kind = kind
        self.source = source
    }
}

/// What a file seems to hold.
public struct ImportPreview: Hashable, Sendable {
    /// The file that was looked into.
    public let path: String
    /// What the rows are, as guessed or as told.
    public let kind: String
    /// All kinds there are, for changing the guess.
    public let kinds: [String]
    /// Where the records come from, as guessed or as told.
    public let source: String
    /// The delimiter and the encoding in words, such as `comma, UTF-8`.
    public let format: String
    /// The size of the file.
    public let bytes: Int64
    /// In the order of the file.
    public let columns: [Column]
    /// Sentences about what the guess was unsure of.
    public let notes: [String]

    public init(
        path: String, kind: String, kinds: [String], source: String, format: String, bytes: Int64, columns: [Column],
        notes: [String] = []
    ) {
        self.path = path
        self.kind = kind
        self.kinds = kinds
        self.source = source
        self.format = format
        self.bytes = bytes
        self.columns = columns
        self.notes = notes
    }

    /// One column of the file and what becomes of it.
    public struct Column: Hashable, Sendable {
        /// The name in the file.
        public let header: String
        /// The name under which the values are kept.
        public let target: String
        /// What the column is for, in words: `identifier`, `time`, `ignored`.
        public let role: String
        /// The type of the values.
        public let type: ValueType
        /// The first values, at most five, as they stand in the file.
        public let samples: [String]

        public init(header: String, target: String, role: String, type: ValueType, samples: [String]) {
            self.header = header
            self.target = target
            self.role = role
            self.type = type
            self.samples = samples
        }
    }
}
