public import Phrases

/// What a store holds.
public struct StoreSummary: Hashable, Sendable {
    public var records = 0
    public var profiles = 0
    /// Imported events, orders not among them.
    public var events = 0
    public var orders = 0
    /// Imported events by name.
    public var eventCounts: [String: Int] = [:]
    public var sources: [String] = []
    public var firstEvent: Instant?
    public var lastEvent: Instant?
    public var bytes: Int64 = 0
    public var cacheBytes: Int64 = 0
    public var timeZone = "UTC"
    public var currency = "EUR"
    /// The number of committed changes of the data.
    public var version = 0
    /// Names to which files gave unlike types, read as text.
    public var widened: [String] = []
    /// Whether the store holds the made-up shop.
    public var isSample = false

    public init() {}
}

/// What an import did with one file.
public struct ImportSummary: Hashable, Sendable {
    public let file: String
    public let kind: String
    public let source: String
    public let rows: Int
    public let inserted: Int
    public let updated: Int
    public let duplicates: Int
    public let rejected: Int
    public let seconds: Double
    /// Where the rejected rows were written.
    public let rejectsPath: String?
    /// The number under which the import can be undone; none where it changed nothing.
    public let importID: Int?
    /// Where and why the first few rows were set aside, in sentences.
    public let firstRejects: [Phrase]

    public init(
        file: String, kind: String, source: String, rows: Int, inserted: Int, updated: Int, duplicates: Int,
        rejected: Int, seconds: Double, rejectsPath: String?, importID: Int?, firstRejects: [Phrase] = []
    ) {
        self.file = file
        self.kind = kind
        self.source = source
        self.rows = rows
        self.inserted = inserted
        self.updated = updated
        self.duplicates = duplicates
        self.rejected = rejected
        self.seconds = seconds
        self.rejectsPath = rejectsPath
        self.importID = importID
        self.firstRejects = firstRejects
    }
}

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
    public let file: String
    public let bytesRead: Int64
    public let bytes: Int64
    public let rows: Int
    public let seconds: Double

    public init(file: String, bytesRead: Int64, bytes: Int64, rows: Int, seconds: Double) {
        self.file = file
        self.bytesRead = bytesRead
        self.bytes = bytes
        self.rows = rows
        self.seconds = seconds
    }
}
