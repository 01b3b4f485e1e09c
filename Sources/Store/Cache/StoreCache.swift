public import Columnar
import Foundation

/// The derived columns of one version of a store, mapped and shared with every process that has it open.
public struct StoreCache: Sendable {
    let region: Region
    let directory: CacheDirectory
    let header: CacheHeader
    /// What came since the file was built; none where nothing did.
    let growth: Growth?

    /// What came since a cache file was built.
    struct Growth: Sendable {
        /// What lies where in the file.
        let file: CacheDirectory
        /// Sections that are other than those in the file.
        let sections: [String: GrownSection]
        /// The rows that came late, by the number of their event table.
        let lateEvents: [Int: LateRows]
        let lateOrders: LateRows?
        let identifiers: [String: IdentifierIndex.Known]
        let orders: OrderHashes?
        /// Keys of rows by the section in which those of the file lie.
        let keys: [String: SortedHashes]
    }

    /// Maps a cache; none where it is not a whole cache of this store.
    init?(path: String, identity: String) {
        guard let region = try? Region(mapping: path), region.byteCount > CacheDirectory.headerBytes else { return nil }
        guard let header = CacheHeader(region.bytes(0..<CacheDirectory.headerBytes)),
            header.isSettled || header.boot == SystemBoot.current,
            header.offset <= region.byteCount, header.count <= region.byteCount - header.offset,
            let directory = try? CacheDirectory(bytes: region.bytes(header.offset..<header.offset + header.count)),
            directory.identity == identity
        else { return nil }
        self.region = region
        self.header = header
        self.directory = directory
        growth = nil
    }

    /// The columns of a file with what came since.
    init(growing base: StoreCache, directory: CacheDirectory, growth: Growth) {
        self.init(region: base.region, header: base.header, directory: directory, growth: growth)
    }

    private init(region: Region, header: CacheHeader, directory: CacheDirectory, growth: Growth?) {
        self.region = region
        self.header = header
        self.directory = directory
        self.growth = growth
    }

    /// The columns as they were built, without what came since.
    var built: StoreCache {
        growth.map { StoreCache(region: region, header: header, directory: $0.file, growth: nil) } ?? self
    }

    /// The version of the store's data that the columns are of.
    public var version: Int { directory.version }
    /// Bytes of the file.
    public var byteCount: Int { region.byteCount }
    /// Imported events.
    public var events: Int { directory.events }
    /// The first and the last time of an imported event, in milliseconds since 1970.
    public var firstEvent: Int64? { directory.firstEvent }
    public var lastEvent: Int64? { directory.lastEvent }
    /// Names to which files gave unlike types.
    public var widened: [String] { directory.widened }
    /// Lines whose order no file has brought.
    public var orphanLines: Int { directory.orphanLines }

    /// The kinds of identifiers that files have brought.
    public var identifierKinds: [String] { directory.identifierKinds }
    /// The traits that hold identifiers of a kind.
    public func traits(holding kind: String) -> [String] { directory.identifierTraits[kind] ?? [] }

    /// The record that an identifier in its normal form names.
    public func record(_ kind: String, _ value: String) -> Int? {
        IdentifierIndex(known: identifiers).record(kind, value).map { Int($0) }
    }

    func lane<Element: BitwiseCopyable & Sendable>(_ name: String, _: Element.Type = Element.self) -> Lane<Element>? {
        if let grown = growth?.sections[name] { return grown.lane() }
        guard let section = directory.sections[name], section.width == MemoryLayout<Element>.stride,
            section.offset <= region.byteCount,
            section.count <= (region.byteCount - section.offset) / MemoryLayout<Element>.stride
        else { return nil }
        return Lane(region, offset: section.offset, count: section.count)
    }

    /// Asks the system for the sections of a trait that conditions read, so that those who come to them need not wait.
    public func prefetch(trait name: String) {
        guard let entry = directory.traits.first(where: { $0.name == name }) else { return }
        let parts = entry.sets > 0 ? ["sets"] : ["present", "values", "distinct", "codes", "ends", "bytes"]
        for part in parts { prefetch("\(entry.prefix)/\(part)") }
    }

    /// Asks the system for what tells who exists.
    public func prefetchExistence() {
        prefetch("record/ever")
        prefetch("record/since")
    }

    private func prefetch(_ section: String) {
        guard growth?.sections[section] == nil, let found = directory.sections[section],
            found.offset <= region.byteCount, found.count <= (region.byteCount - found.offset) / max(1, found.width)
        else { return }
        region.prefetch(found.offset..<found.offset + found.count * found.width)
    }

    private func bitmap(_ name: String, rows: Int) -> BitmapLane? {
        lane(name).flatMap { $0.count == (rows + 63) / 64 ? BitmapLane(rows: rows, words: $0) : nil }
    }

    func times(_ name: String) -> TimeLane {
        if let seconds = lane(name + ".seconds", UInt32.self), let origin = lane(name + ".origin", Int64.self) {
            return .seconds(seconds, origin: origin[0])
        }
        return .milliseconds(lane(name + ".milliseconds") ?? Lane([]))
    }

    func index(_ prefix: String, late: LateRows? = nil) -> RowIndex {
        RowIndex(ends: lane(prefix + "/ends") ?? Lane([]), rows: lane(prefix + "/rows") ?? Lane([]), late: late)
    }

    private func codebook(_ prefix: String) -> Codebook {
        Codebook(bytes: lane(prefix + "/book.bytes") ?? Lane([]), ends: lane(prefix + "/book.ends") ?? Lane([]))
    }

    /// The column of an entry; none where the file does not hold what its directory says.
    func column(_ entry: CacheDirectory.ColumnEntry) -> Column? {
        let present = entry.hasPresence ? bitmap(entry.prefix + "/present", rows: entry.rows) : nil
        switch entry.form {
        case .codes:
            guard let codes = codes(entry) else { return nil }
            return .codes(codes, codebook(entry.prefix), sets: sets(entry))
        case .texts:
            guard let ends = lane(entry.prefix + "/ends", UInt64.self) else { return nil }
            return .texts(bytes: lane(entry.prefix + "/bytes") ?? Lane([]), ends: ends)
        case .integers:
            guard let values = integers(entry), let meaning = Meaning(rawValue: entry.meaning) else { return nil }
            return .integers(values, meaning, present: present)
        case .numbers:
            guard let values = numbers(entry) else { return nil }
            return .numbers(values, present: present)
        case .lists:
            guard let ends = lane(entry.prefix + "/ends", UInt32.self) else { return nil }
            return .lists(ends: ends, codes: lane(entry.prefix + "/codes") ?? Lane([]), codebook(entry.prefix))
        }
    }

    func codes(_ entry: CacheDirectory.ColumnEntry) -> CodeLane? {
        let name = entry.prefix + "/codes"
        return switch entry.width {
        case 1: lane(name, UInt8.self).map { .bytes($0) }
        case 2: lane(name, UInt16.self).map { .halves($0) }
        default: lane(name, UInt32.self).map { .words($0) }
        }
    }

    private func sets(_ entry: CacheDirectory.ColumnEntry) -> [BitmapLane] {
        guard entry.sets > 0, let lane = lane(entry.prefix + "/sets", UInt64.self),
            lane.count == entry.setStride * entry.sets
        else { return [] }
        let words = (entry.rows + 63) / 64
        return (0..<entry.sets).map {
            BitmapLane(rows: entry.rows, words: lane.stretch($0 * entry.setStride, count: words))
        }
    }

    private func numbers(_ entry: CacheDirectory.ColumnEntry) -> NumberLane? {
        guard entry.distinct > 0 else { return lane(entry.prefix + "/values").map { .doubles($0) } }
        guard let places = lane(entry.prefix + "/values", UInt8.self),
            let distinct = lane(entry.prefix + "/distinct", Double.self), distinct.count == entry.distinct
        else { return nil }
        return .places(places, of: distinct)
    }

    private func integers(_ entry: CacheDirectory.ColumnEntry) -> IntegerLane? {
        let name = entry.prefix + "/values"
        guard entry.scale == 1 else { return lane(name, Int32.self).map { .thousands($0) } }
        return switch entry.width {
        case 1: lane(name, Int8.self).map { .bytes($0) }
        case 2: lane(name, Int16.self).map { .halves($0) }
        case 4: lane(name, Int32.self).map { .words($0) }
        default: lane(name, Int64.self).map { .longs($0) }
        }
    }

    private func columns(_ entries: [CacheDirectory.ColumnEntry]) -> [String: Column] {
        Dictionary(entries.compactMap { entry in column(entry).map { (entry.name, $0) } }) { first, _ in first }
    }

    /// All columns as the engine takes them.
    ///
    /// - Complexity: O(number of columns); values are read when they are asked for.
    public var population: Population {
        let count = directory.records
        let changed = Dictionary(uniqueKeysWithValues: directory.changes.map { ($0.name, $0) })
        let traits = directory.traits.compactMap { entry -> (String, Trait)? in
            guard let current = column(entry) else { return nil }
            return (entry.name, Trait(current: current, changes: changed[entry.name].flatMap { changes($0) }))
        }
        return Population(
            profiles: ProfileMap(count: count),
            existence: Existence(
                ever: bitmap("record/ever", rows: count) ?? BitmapLane(rows: 0, words: Lane([])),
                since: lane("record/since"), latest: lane("record/latest", Int64.self)?[0] ?? .min),
            traits: Dictionary(traits) { first, _ in first },
            events: Dictionary(directory.tables.map { ($0.name, table($0)) }) { first, _ in first },
            orders: orders,
            timeline: timeline)
    }

    private var timeline: Timeline {
        var end = 0
        let tables = directory.tables.enumerated().map { number, table -> Timeline.Table in
            let late = growth?.lateEvents[number]
            end += table.rows - (late?.count ?? 0)
            return .init(name: table.name, end: end, times: times(table.prefix + "#times"), late: late)
        }
        return Timeline(tables: tables, byRecord: index("timeline"))
    }

    private func changes(_ entry: CacheDirectory.ColumnEntry) -> TraitChanges? {
        guard let records = lane("change/\(entry.name)/records", UInt32.self), let previous = column(entry) else {
            return nil
        }
        return TraitChanges(times: times("change/\(entry.name)/times"), records: records, previous: previous)
    }

    private func table(_ entry: CacheDirectory.TableEntry) -> EventTable {
        EventTable(
            records: lane(entry.prefix + "#records") ?? Lane([]), times: times(entry.prefix + "#times"),
            properties: columns(entry.properties),
            coveredByOrder: entry.isCovered ? bitmap(entry.prefix + "#covered", rows: entry.rows) : nil,
            everyRecord: bitmap(entry.prefix + "#every", rows: directory.records))
    }

    private var orders: OrderTable {
        let records = lane("order/records", UInt32.self) ?? Lane([])
        return OrderTable(
            records: records, times: times("order/times"),
            purchases: bitmap("order/purchases", rows: records.count) ?? BitmapLane(rows: 0, words: Lane([])),
            properties: columns(directory.orderProperties), lineEnds: lane("order/lines") ?? Lane([]),
            lines: columns(directory.lineProperties), byRecord: index("order/index", late: growth?.lateOrders),
            everyRecord: bitmap("order/every", rows: directory.records).flatMap { ordered in
                bitmap("order/every.purchase", rows: directory.records).map { (ordered, $0) }
            })
    }
}
