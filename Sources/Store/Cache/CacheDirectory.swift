/// What lies where in a cache file.
///
/// The file begins with eight bytes of mark, eight bytes for the place of this directory and eight for its length, and the
/// sections of a single number; then come the other sections, each at a multiple of its element's width, and at the end the
/// directory as `CacheDirectory+Bytes.swift` writes it.
struct CacheDirectory: Equatable, Sendable {
    static let headerBytes = 4096
    /// Where the first single number may lie.
    static let firstNumber = 64

    /// The store that the cache belongs to.
    var identity: String
    /// The version of the store's data that the cache was built from.
    var version: Int
    /// The imports that the cache was built from, rising.
    var imports: [Int] = []
    /// How many imports had been taken back by then.
    var undone = 0
    /// The stored columns of traits that held no identifiers.
    var plainTraits: [Int] = []
    var records = 0
    var events = 0
    var firstEvent: Int64?
    var lastEvent: Int64?
    /// Lines whose order no file has brought.
    var orphanLines = 0
    /// Names that files gave unlike types to.
    var widened: [String] = []
    var sections: [String: Section] = [:]
    var traits: [ColumnEntry] = []
    /// What traits that have changed were before.
    var changes: [ColumnEntry] = []
    var tables: [TableEntry] = []
    var orderProperties: [ColumnEntry] = []
    var lineProperties: [ColumnEntry] = []
    var identifierKinds: [String] = []
    /// The traits that hold identifiers of each kind.
    var identifierTraits: [String: [String]] = [:]

    /// Adds what another writer of the same file wrote.
    mutating func add(_ other: CacheDirectory) {
        imports += other.imports
        undone += other.undone
        plainTraits += other.plainTraits
        records += other.records
        events += other.events
        firstEvent = firstEvent ?? other.firstEvent
        lastEvent = lastEvent ?? other.lastEvent
        orphanLines += other.orphanLines
        for name in other.widened where !widened.contains(name) { widened.append(name) }
        sections.merge(other.sections) { mine, _ in mine }
        traits += other.traits
        changes += other.changes
        tables += other.tables
        orderProperties += other.orderProperties
        lineProperties += other.lineProperties
        identifierKinds += other.identifierKinds
        identifierTraits.merge(other.identifierTraits) { mine, _ in mine }
    }

    struct Section: Equatable, Sendable {
        var offset: Int
        /// The number of elements.
        var count: Int
        /// The bytes of an element.
        var width: Int
    }

    struct ColumnEntry: Equatable, Sendable {
        var name: String
        /// Where the column's sections begin: `trait/city`.
        var prefix: String
        var form: Form
        var meaning: UInt8 = 0
        /// The bytes of a code or an integer.
        var width = 0
        /// The factor by which integers were divided: 1 or 1,000.
        var scale = 1
        /// Distinct numbers, where rows hold their places; 0 where rows hold the numbers themselves.
        var distinct = 0
        /// Bitmaps that the codes have.
        var sets = 0
        /// Words from one of those bitmaps to the next: more than rows need, so that records may be added.
        var setStride = 0
        var rows = 0
        var hasPresence = false
        var hasChanges = false
    }

    enum Form: Int, Sendable {
        case codes, texts, integers, numbers, lists
    }

    struct TableEntry: Equatable, Sendable {
        var name: String
        var prefix: String
        var rows: Int
        var isCovered = false
        var properties: [ColumnEntry] = []
    }
}
