import Columnar

/// Compares two caches of one state of a store value for value.
struct CacheComparison {
    private let known: StoreCache
    private let fresh: StoreCache
    private let mine: Population
    private let other: Population

    init(_ known: StoreCache, _ fresh: StoreCache) {
        self.known = known
        self.fresh = fresh
        mine = known.population
        other = fresh.population
    }

    /// What is not the same in both.
    var differences: [String] {
        facts + existence + traits + events + orders + indexes + keys
    }

    private var facts: [String] {
        let (mine, other) = (known.directory, fresh.directory)
        return [
            ("imports", mine.imports == other.imports), ("records", mine.records == other.records),
            ("events", mine.events == other.events), ("first event", mine.firstEvent == other.firstEvent),
            ("last event", mine.lastEvent == other.lastEvent), ("orphans", mine.orphanLines == other.orphanLines),
            ("kinds", mine.identifierKinds == other.identifierKinds),
            ("holders", mine.identifierTraits == other.identifierTraits),
        ].filter { !$0.1 }.map(\.0)
    }

    private var existence: [String] {
        let (mine, other) = (mine.existence, other.existence)
        guard mine.ever.bitmap == other.ever.bitmap else { return ["record/ever"] }
        let isSame = (0..<mine.ever.rows).allSatisfy { record in
            !mine.ever[record] || (mine.since?[record] ?? .min) == (other.since?[record] ?? .min)
        }
        return isSame ? [] : ["record/since"]
    }

    private var traits: [String] {
        let current = mine.traits.mapValues(\.current).differences(from: other.traits.mapValues(\.current))
        let changed = Set(mine.traits.keys).union(other.traits.keys).sorted().filter { name in
            let (mine, other) = (mine.traits[name]?.changes, other.traits[name]?.changes)
            guard let mine, let other else { return (mine == nil) != (other == nil) }
            return !mine.hasSameChanges(as: other)
        }
        return current.map { "trait/\($0)" } + changed.map { "change/\($0)" }
    }

    private var events: [String] {
        guard Set(mine.events.keys) == Set(other.events.keys) else { return ["event names"] }
        return mine.events.keys.sorted().flatMap { name -> [String] in
            guard let mine = mine.events[name], let other = other.events[name] else { return [] }
            var parts = mine.properties.differences(from: other.properties)
            if mine.records.array != other.records.array { parts.append("records") }
            if mine.times.array != other.times.array { parts.append("times") }
            if mine.coveredByOrder?.bitmap != other.coveredByOrder?.bitmap { parts.append("covered") }
            if mine.everyRecord?.bitmap != other.everyRecord?.bitmap { parts.append("every") }
            return parts.map { "event \(name)/\($0)" }
        }
    }

    private var orders: [String] {
        let (mine, other) = (mine.orders, other.orders)
        var parts = mine.properties.differences(from: other.properties)
        parts += mine.lines.differences(from: other.lines).map { "line \($0)" }
        if mine.records.array != other.records.array { parts.append("records") }
        if mine.times.array != other.times.array { parts.append("times") }
        if mine.purchases.bitmap != other.purchases.bitmap { parts.append("purchases") }
        if mine.lineEnds.array != other.lineEnds.array { parts.append("lines") }
        if mine.everyRecord?.ordered.bitmap != other.everyRecord?.ordered.bitmap { parts.append("every") }
        if mine.everyRecord?.purchased.bitmap != other.everyRecord?.purchased.bitmap { parts.append("every.purchase") }
        return parts.map { "order/\($0)" }
    }

    private var indexes: [String] {
        var parts: [String] = []
        let places = { (timeline: Timeline, events: [Timeline.Event]) in
            Set(events.map { "\(timeline.names[$0.table]) \($0.row)" })
        }
        for record in 0..<fresh.directory.records {
            let events = mine.timeline.events(of: record)
            if !events.elementsEqual(events.sorted { $0.time < $1.time }, by: { $0.time == $1.time }) {
                parts.append("order of timeline")
            }
            if places(mine.timeline, events) != places(other.timeline, other.timeline.events(of: record)) {
                parts.append("timeline")
            }
            if mine.timeline.lastTime(of: record, before: .max) != events.last?.time { parts.append("last event") }
            if mine.orders.byRecord.rows(of: record) != other.orders.byRecord.rows(of: record) {
                parts.append("order/index")
            }
            if !parts.isEmpty { return parts }
        }
        return []
    }

    private var keys: [String] {
        var parts: [String] = []
        let index = IdentifierIndex(known: known.identifiers)
        for (kind, all) in fresh.identifiers {
            for part in all where !part.isContained(in: index, kind: kind) { parts.append("identifier/\(kind)") }
        }
        for part in fresh.orderHashes {
            let isSame = part.keys.lane.array.allSatisfy { key in
                known.orderHashes.lazy.compactMap { $0.hash(of: key) }.first == part.hash(of: key)
            }
            if !isSame { parts.append("order/key") }
        }
        for name in fresh.directory.sections.keys.sorted() {
            if name.hasPrefix("rowhash/") {
                let mine = known.lane(name, UInt64.self)?.array ?? []
                let other = fresh.lane(name, UInt64.self)?.array ?? []
                let shorter = mine + Array(repeating: 0, count: max(0, other.count - mine.count))
                if shorter != other { parts.append(name) }
            } else if name.hasPrefix("key/") {
                let added = known.growth?.keys[name]?.lane.array ?? []
                let mine = (known.lane(name, UInt64.self)?.array ?? []) + added
                if mine.sorted() != fresh.lane(name, UInt64.self)?.array { parts.append(name) }
            }
        }
        return parts
    }
}

extension TraitChanges {
    /// Whether two lists hold the same changes; those of one instant may stand in any order.
    fileprivate func hasSameChanges(as other: TraitChanges) -> Bool {
        let (mine, others) = (ordered, other.ordered)
        return mine.count == others.count
            && zip(mine, others).allSatisfy { row, otherRow in
                times[row] == other.times[otherRow] && records[row] == other.records[otherRow]
                    && previous[row] == other.previous[otherRow]
            }
    }

    private var ordered: [Int] {
        (0..<records.count).sorted { (times[$0], records[$0], $0) < (times[$1], records[$1], $1) }
    }
}

extension IdentifierIndex.Known {
    /// Whether an index names the same record for every identifier.
    fileprivate func isContained(in index: IdentifierIndex, kind: String) -> Bool {
        let isDense = (dense?.array ?? []).enumerated().allSatisfy { place, record in
            record == 0 || index.record(kind, first + Int64(place)) == record - 1
        }
        let areIntegers = integers.map { integers in
            (0..<integers.values.count).allSatisfy {
                index.record(kind, integers.values[$0]) == integers.records[$0]
            }
        }
        let areTexts = texts.map { texts in
            (0..<texts.records.count).allSatisfy {
                index.record(kind, hash: texts.hashes.lane[$0]) == texts.records[$0]
            }
        }
        return isDense && areIntegers ?? true && areTexts ?? true
    }
}

extension TimeLane {
    /// All instants in milliseconds since 1970.
    fileprivate var array: [Int64] { (0..<count).map { self[$0] } }
}
