public import Customers
public import Phrases

/// What a file seems to hold.
public struct ImportPreview: Hashable, Sendable {
    /// The file that was looked into.
    public let path: String
    /// What the rows are, as guessed or as told; empty where nothing says it.
    public let kind: String
    /// All kinds there are, for changing the guess.
    public let kinds: [String]
    /// Where the records come from, as guessed or as told.
    public let source: String
    /// The delimiter and the encoding in words, such as `comma` and `utf-8`.
    public let format: [Phrase]
    /// The size of the file.
    public let bytes: Int64
    /// In the order of the file.
    public let columns: [Column]
    /// Sentences about what the guess was unsure of.
    public let notes: [Phrase]
    /// Why the file cannot be imported like this.
    public let problem: Phrase?
    /// The kinds of identifiers by which the store knows people.
    public let identifierKinds: [String]

    public init(
        path: String, kind: String, kinds: [String], source: String, format: [Phrase], bytes: Int64, columns: [Column],
        notes: [Phrase] = [], problem: Phrase? = nil, identifierKinds: [String] = []
    ) {
        self.path = path
        self.kind = kind
        self.kinds = kinds
        self.source = source
        self.format = format
        self.bytes = bytes
        self.columns = columns
        self.notes = notes
        self.problem = problem
        self.identifierKinds = identifierKinds
    }

    /// One column of the file and what becomes of it.
    public struct Column: Hashable, Sendable {
        /// The name in the file.
        public let header: String
        /// The name under which the values are kept.
        public var target: String
        /// What the column is for, in words: `identifier`, `time`, `ignored`.
        public var role: String
        /// The type of the values.
        public var type: ValueType
        /// The first values, at most five, as they stand in the file.
        public let samples: [String]
        /// How dates and times are written, where it is not ISO 8601.
        public let format: String?
        /// The sign between the elements of a list.
        public let separator: String?

        public init(
            header: String, target: String, role: String, type: ValueType, samples: [String], format: String? = nil,
            separator: String? = nil
        ) {
            self.header = header
            self.target = target
            self.role = role
            self.type = type
            self.samples = samples
            self.format = format
            self.separator = separator
        }
    }
}
