import Columnar

extension StoreCache {
    /// The identifiers of each kind: those of the file, and those that came since.
    var identifiers: [String: [IdentifierIndex.Known]] {
        var kinds: [String: [IdentifierIndex.Known]] = [:]
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
            kinds[kind] = [known] + (growth?.identifiers[kind].map { [$0] } ?? [])
        }
        return kinds
    }

    /// The hashes of the latest versions of orders; those that came since stand first.
    var orderHashes: [OrderHashes] {
        var hashes: [OrderHashes] = growth?.orders.map { [$0] } ?? []
        if let keys = lane("order/key.hashes", UInt64.self), let rows = lane("order/key.rows", UInt64.self) {
            hashes.append(OrderHashes(keys: SortedHashes(lane: keys), hashes: rows))
        }
        return hashes
    }

    /// The places of the orders of the file by key.
    var orderPlaces: OrderPlaces? {
        guard let keys = lane("order/key.hashes", UInt64.self), let places = lane("order/key.places", UInt32.self)
        else { return nil }
        return OrderPlaces(keys: SortedHashes(lane: keys), places: places)
    }

    /// The keys of rows of a source that are told by a hash.
    func keys(of family: Family, source: Int) -> [SortedHashes] {
        let name = "key/\(family.rawValue)/\(source)"
        return [lane(name, UInt64.self).map { SortedHashes(lane: $0) }, growth?.keys[name]].compactMap(\.self)
    }
}

/// Where orders stand in their table.
struct OrderPlaces: Sendable {
    let keys: SortedHashes
    let places: Lane<UInt32>

    func place(of key: UInt64) -> Int? {
        keys.place(of: key).map { Int(places[$0]) }
    }
}
