import Columnar
import Customers

/// Orders that came later, in the order of their arrival.
struct NewOrders: Sendable {
    let records: [Int64]
    /// Milliseconds since 1970.
    let times: [Int64]
    /// The hash of each id; none where an order has none.
    let keys: [UInt64?]
    /// What tells versions of one order apart.
    let hashes: [Int64]
    let properties: [ArrivedProperty]

    var count: Int { records.count }

    init(_ reader: ArrivalReader, catalogue: ColumnCatalogue) throws {
        records = try reader.integers(of: .record, in: catalogue)
        times = try reader.integers(of: .time, in: catalogue)
        keys = try reader.keys(in: catalogue)
        hashes = try reader.integers(of: .hash, in: catalogue)
        var variants = catalogue.variants(of: .orders)
        variants.append(("order_id", catalogue.fixed(.key, of: .orders)))
        properties = try reader.properties(variants)
    }
}

/// Puts orders that came later into the order table, and new versions of known ones in the places of those.
struct OrderGrowth {
    let sections: GrownSections
    let orders: NewOrders

    private var records: [Int64] { orders.records }
    private var times: [Int64] { orders.times }
    private var keys: [UInt64?] { orders.keys }

    /// What others must know of how the orders have grown.
    struct Outcome: Sendable {
        var late: LateRows?
        /// For each new order the old one before which it stands.
        var before: [UInt32] = []
        /// The places of orders that came later or anew, by key.
        var places: [UInt64: Int] = [:]
        /// The keys of orders that were not known.
        var newKeys: Set<UInt64> = []
        var hashes: OrderHashes?
    }

    /// - Throws: where the table cannot hold them.
    func grow() throws(GrowthRefusal) -> Outcome {
        var outcome = Outcome()
        let known = sections.base.times("order/times")
        let owners = sections.base.lane("order/records", UInt32.self) ?? Lane([])
        guard orders.count > 0 || sections.directory.records > sections.base.directory.records else { return outcome }
        var replaced: [(row: Int, source: Int32)] = []
        var inserted: [Int32] = []
        for row in LatestOrders(keys: keys, times: times).rows {
            let old = keys[Int(row)].flatMap { sections.base.orderPlaces?.place(of: $0) }
            guard let old else {
                inserted.append(row)
                continue
            }
            guard known[old] == times[Int(row)], Int64(owners[old]) == records[Int(row)] else {
                throw GrowthRefusal("a known order has another time or person")
            }
            replaced.append((old, row))
        }
        replaced.sort { $0.row < $1.row }
        outcome.before = inserted.map { UInt32(known.upperBound(times[Int($0)])) }
        let splice = RowSplice(
            oldCount: known.count, before: outcome.before, sources: inserted, replaced: replaced)
        try sections.spend(splice, columns: 4 + sections.directory.orderProperties.count)
        outcome.late = LateRows(before: outcome.before, records: inserted.map { UInt32(records[Int($0)]) })
        for (place, row) in inserted.enumerated() {
            guard let key = keys[Int(row)] else { continue }
            outcome.places[key] = Int(outcome.before[place]) + place
            outcome.newKeys.insert(key)
        }
        try growColumns(splice)
        growSets(splice, late: outcome.late)
        outcome.hashes = newHashes(of: inserted + replaced.map(\.source))
        return outcome
    }

    private func growColumns(_ splice: RowSplice) throws(GrowthRefusal) {
        sections.grow("order/records", to: splice.count) { (target: UnsafeMutableBufferPointer<UInt32>) in
            splice.apply(to: target) { UInt32(records[Int($0)]) }
        }
        try sections.growTimes("order/times", by: splice) { times[Int($0)] }
        sections.directory.orderProperties = try ColumnGrowth(sections: sections, splice: splice)
            .grow(sections.directory.orderProperties, prefix: "order", with: orders.properties)
    }

    /// Which orders are purchases, and who has any.
    private func growSets(_ splice: RowSplice, late: LateRows?) {
        let statuses = orders.properties.filter { $0.name == "status" }.flatMap(\.columns)
        let isPurchase = { (source: Int32) in
            !statuses.contains {
                $0.text(Int(source)).map { OrderBuilder.cancelled.contains($0.lowercased()) } ?? false
            }
        }
        sections.grow("order/purchases", to: (splice.count + 63) / 64) { splice.applyBits(to: $0, isPurchase) }
        let people = sections.directory.records
        sections.insert(splice.sources.map { Int(records[Int($0)]) }, into: "order/every", rows: people)
        let buying = Set(splice.allSources.filter(isPurchase).map { Int(records[Int($0)]) })
        sections.insert(buying, into: "order/every.purchase", rows: people)
        let doubtful = splice.replaced.map(\.source).filter { !isPurchase($0) }.map { Int(records[Int($0)]) }
        let index = sections.base.index("order/index", late: late)
        let purchases = BitmapLane(rows: splice.count, words: sections.lane("order/purchases") ?? Lane([]))
        let without = doubtful.filter { record in !index.rows(of: record).contains { purchases[$0] } }
        sections.grow("order/every.purchase", to: (people + 63) / 64) { (words: UnsafeMutableBufferPointer<UInt64>) in
            for record in without { words[record >> 6] &= ~(1 << UInt64(record & 63)) }
        }
    }

    private func newHashes(of rows: [Int32]) -> OrderHashes? {
        let keyed = rows.compactMap { row in keys[Int(row)].map { ($0, UInt64(bitPattern: orders.hashes[Int(row)])) } }
            .sorted { $0.0 < $1.0 }
        guard !keyed.isEmpty else { return nil }
        return OrderHashes(keys: SortedHashes(lane: Lane(keyed.map(\.0))), hashes: Lane(keyed.map(\.1)))
    }
}
