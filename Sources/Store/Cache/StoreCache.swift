public import Columnar
import Foundation

/// The derived columns of one version of a store, mapped and shared with every process that has it open.
public struct StoreCache: Sendable {
    private let region: Region
    let directory: CacheDirectory

    /// Maps a cache; none where it is not a whole cache of this store.
    init?(path: String, identity: String) {
        guard let region = try? Region(mapping: path), region.byteCount > CacheDirectory.headerBytes else { return nil }
        let header = Lane<UInt8>(region, offset: 0, count: 8)
        guard header.array == CacheDirectory.mark else { return nil }
        let numbers = Lane<UInt64>(region, offset: 8, count: 2)
        let offset = Int(clamping: numbers[0])
        let length = Int(clamping: numbers[1])
        guard offset <= region.byteCount, length <= region.byteCount - offset else { return nil }
        let json = Data(Lane<UInt8>(region, offset: offset, count: length).array)
        guard let directory = try? JSONDecoder().decode(CacheDirectory.self, from: json), directory.identity == identity
        else { return nil }
        self.region = region
        self.directory = directory
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
        guard let section = directory.sections[name], section.width == MemoryLayout<Element>.stride,
            section.offset <= region.byteCount,
            section.count <= (region.byteCount - section.offset) / MemoryLayout<Element>.stride
        else { return nil }
        return Lane(region, offset: section.offset, count: section.count)
    }

    /// Whether a section of another cache holds the same bytes.
    func hasSameBytes(as other: StoreCache, in name: String) -> Bool {
        guard let mine = bytes(of: name), let others = other.bytes(of: name), mine.count == others.count else {
            return false
        }
        return mine.withValues { mine in others.withValues { mine.elementsEqual($0) } }
    }

    private func bytes(of name: String) -> Lane<UInt8>? {
        guard let section = directory.sections[name], section.offset <= region.byteCount,
            section.count * section.width <= region.byteCount - section.offset
        else { return nil }
        return Lane(region, offset: section.offset, count: section.count * section.width)
    }

    private func bitmap(_ name: String, rows: Int) -> BitmapLane? {
        lane(name).flatMap { $0.count == (rows + 63) / 64 ? BitmapLane(rows: rows, words: $0) : nil }
    }

    private func times(_ name: String) -> TimeLane {
        if let seconds = lane(name + ".seconds", UInt32.self), let origin = lane(name + ".origin", Int64.self) {
            return .seconds(seconds, origin: origin[0])
        }
        return .milliseconds(lane(name + ".milliseconds") ?? Lane([]))
    }

    private func index(_ prefix: String) -> RowIndex {
        RowIndex(ends: lane(prefix + "/ends") ?? Lane([]), rows: lane(prefix + "/rows") ?? Lane([]))
    }

    private func codebook(_ prefix: String) -> Codebook {
        Codebook(bytes: lane(prefix + "/book.bytes") ?? Lane([]), ends: lane(prefix + "/book.ends") ?? Lane([]))
    }

    /// The column of an entry; none where the file does not hold what its directory says.
    private func column(_ entry: CacheDirectory.ColumnEntry) -> Column? {
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

    private func codes(_ entry: CacheDirectory.ColumnEntry) -> CodeLane? {
        let name = entry.prefix + "/codes"
        return switch entry.width {
        case 1: lane(name, UInt8.self).map { .bytes($0) }
        case 2: lane(name, UInt16.self).map { .halves($0) }
        default: lane(name, UInt32.self).map { .words($0) }
        }
    }

    private func sets(_ entry: CacheDirectory.ColumnEntry) -> [BitmapLane] {
        let words = (entry.rows + 63) / 64
        guard entry.sets > 0, let section = directory.sections[entry.prefix + "/sets"],
            section.count == words * entry.sets
        else { return [] }
        return (0..<entry.sets).map {
            BitmapLane(rows: entry.rows, words: Lane(region, offset: section.offset + $0 * words * 8, count: words))
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
        var end = 0
        let ends = directory.tables.map { table -> Int in
            end += table.rows
            return end
        }
        return Population(
            profiles: ProfileMap(count: count),
            existence: Existence(
                ever: bitmap("record/ever", rows: count) ?? BitmapLane(rows: 0, words: Lane([])),
                since: lane("record/since"), latest: lane("record/latest", Int64.self)?[0] ?? .min),
            traits: Dictionary(traits) { first, _ in first },
            events: Dictionary(directory.tables.map { ($0.name, table($0)) }) { first, _ in first },
            orders: orders,
            timeline: Timeline(names: directory.tables.map(\.name), ends: ends, byRecord: index("timeline")))
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
            lines: columns(directory.lineProperties), byRecord: index("order/index"),
            everyRecord: bitmap("order/every", rows: directory.records).flatMap { ordered in
                bitmap("order/every.purchase", rows: directory.records).map { (ordered, $0) }
            })
    }

    /// The identifiers of each kind.
    var identifiers: [String: IdentifierIndex.Known] {
        var kinds: [String: IdentifierIndex.Known] = [:]
        for kind in directory.identifierKinds {
            let prefix = "identifier/\(kind)"
            var known = IdentifierIndex.Known()
            if let first = lane(prefix + "/first", Int64.self) {
                known.first = first[0]
                known.dense = lane(prefix + "/dense")
            }
            if let values = lane(prefix + "/integers", Int64.self),
                let records = lane(prefix + "/integer.records", UInt32.self)
            {
                known.integers = (values, records)
            }
            if let hashes = lane(prefix + "/hashes", UInt64.self),
                let records = lane(prefix + "/hash.records", UInt32.self)
            {
                known.texts = (SortedHashes(lane: hashes), records)
            }
            kinds[kind] = known
        }
        return kinds
    }

    var orderHashes: OrderHashes? {
        guard let keys = lane("order/key.hashes", UInt64.self), let rows = lane("order/key.rows", UInt64.self) else {
            return nil
        }
        return OrderHashes(keys: SortedHashes(lane: keys), hashes: rows)
    }
}
