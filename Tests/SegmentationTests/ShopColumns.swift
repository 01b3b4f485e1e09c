import Columnar
import Customers

/// Lays a shop out in columns, each in one of the encodings that a store may choose.
struct ShopColumns {
    let shop: Shop
    var random: SeededGenerator

    mutating func population() -> Population {
        let records = numbered()
        let count = records.count
        var profileOfRecord = [UInt32]()
        for person in shop.people {
            let first = UInt32(profileOfRecord.count)
            profileOfRecord += person.records.map { _ in first }
        }
        let isIdentity = profileOfRecord.enumerated().allSatisfy { $0 == $1 } && random.chance(0.7)
        return Population(
            profiles: ProfileMap(count: count, profileOfRecord: isIdentity ? nil : Lane(profileOfRecord)),
            existence: existence(count: count), traits: traits(records), events: events(records),
            orders: orders(records),
            timeline: Timeline(tables: [], byRecord: RowIndex(ends: Lane([]), rows: Lane([]))))
    }

    /// The profile numbers of the people: that of the first record of each.
    static func profiles(of shop: Shop) -> [Int] {
        var next = 0
        return shop.people.map { person in
            defer { next += person.records.count }
            return next
        }
    }

    private func numbered() -> [Record] { shop.people.flatMap(\.records) }

    private mutating func existence(count: Int) -> Existence {
        var ever = Bitmap(rows: count)
        var since = [Int64](repeating: .min, count: count)
        for (person, profile) in zip(shop.people, Self.profiles(of: shop)) {
            ever[profile] = true
            since[profile] = person.records.map { $0.since ?? .min }.min() ?? .min
        }
        let isDated = since.contains { $0 != .min }
        return Existence(
            ever: lane(ever), since: isDated ? Lane(since) : nil, latest: since.max() ?? .min)
    }

    private mutating func traits(_ records: [Record]) -> [String: Trait] {
        var traits: [String: Trait] = [:]
        for (name, type) in Shop.traitTypes.sorted(by: { $0.key < $1.key }) {
            let histories = records.map { $0.traits[name] ?? History() }
            let changes = histories.enumerated().flatMap { record, history in
                history.changes.indices.map { index in
                    (record, history.changes[index].time, index == 0 ? history.first : history.changes[index - 1].value)
                }
            }.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element)
            let isCoded = random.chance(0.6)
            let current = histories.map { $0.changes.last.map(\.value) ?? $0.first }
            var encoder = ColumnEncoder(type, isCoded: isCoded, texts: current + changes.map(\.2))
            traits[name] = Trait(
                current: encoder.column(current, &random),
                changes: changes.isEmpty
                    ? nil
                    : TraitChanges(
                        times: times(changes.map(\.1)), records: Lane(changes.map { UInt32($0.0) }),
                        previous: encoder.column(changes.map(\.2), &random)))
        }
        return traits
    }

    private mutating func events(_ records: [Record]) -> [String: EventTable] {
        var tables: [String: EventTable] = [:]
        for name in ["click", "purchase", "visit"] {
            let rows = records.enumerated().flatMap { record, value in
                value.events.filter { $0.name == name }.map { (record, $0) }
            }.sorted { $0.1.time < $1.1.time }
            let covered = Bitmap(rows: rows.count, where: { rows[$0].1.isCovered })
            tables[name] = EventTable(
                records: Lane(rows.map { UInt32($0.0) }), times: times(rows.map(\.1.time)),
                properties: columns(rows.map(\.1.properties), Shop.propertyTypes[name] ?? [:]),
                coveredByOrder: covered.isEmpty ? nil : lane(covered),
                everyRecord: random.chance(0.5) ? lane(places(rows.map(\.0), of: records.count)) : nil)
        }
        return tables
    }

    private mutating func orders(_ records: [Record]) -> OrderTable {
        let rows = records.enumerated().flatMap { record, value in value.orders.map { (record, $0) } }
            .sorted { $0.1.time < $1.1.time }
        var end: UInt32 = 0
        let ends = rows.map { row in
            end += UInt32(row.1.lines.count)
            return end
        }
        let isPurchase = Bitmap(rows: rows.count, where: { !rows[$0].1.isCancelled })
        let every = (
            ordered: lane(places(rows.map(\.0), of: records.count)),
            purchased: lane(places(rows.filter { !$0.1.isCancelled }.map(\.0), of: records.count))
        )
        return OrderTable(
            records: Lane(rows.map { UInt32($0.0) }), times: times(rows.map(\.1.time)),
            purchases: lane(isPurchase),
            properties: columns(rows.map(\.1.properties), Shop.propertyTypes["orders"] ?? [:]), lineEnds: Lane(ends),
            lines: columns(rows.flatMap(\.1.lines), Shop.propertyTypes["lines"] ?? [:]),
            byRecord: RowIndex(ends: Lane([]), rows: Lane([])), everyRecord: random.chance(0.5) ? every : nil)
    }

    private func places(_ records: [Int], of count: Int) -> Bitmap {
        var places = Bitmap(rows: count)
        for record in records { places[record] = true }
        return places
    }

    private mutating func columns(_ rows: [[String: Value]], _ types: [String: ValueType]) -> [String: Column] {
        var columns: [String: Column] = [:]
        for (name, type) in types.sorted(by: { $0.key < $1.key }) {
            let values = rows.map { $0[name] }
            var encoder = ColumnEncoder(type, isCoded: random.chance(0.8), texts: values)
            columns[name] = encoder.column(values, &random)
        }
        return columns
    }

    private mutating func times(_ times: [Int64]) -> TimeLane {
        guard times.allSatisfy({ $0 % 1000 == 0 }), random.chance(0.7) else { return .milliseconds(Lane(times)) }
        let origin = (times.min() ?? 0) / 1000
        return .seconds(Lane(times.map { UInt32($0 / 1000 - origin) }), origin: origin)
    }
}

func lane(_ bitmap: Bitmap) -> BitmapLane {
    BitmapLane(rows: bitmap.rows, words: Lane(bitmap.words))
}

extension Bitmap {
    init(rows: Int, where isMember: (Int) -> Bool) {
        self.init(rows: rows)
        for row in 0..<rows where isMember(row) { self[row] = true }
    }
}
