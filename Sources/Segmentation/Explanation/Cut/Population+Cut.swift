public import Columnar
public import Customers

extension Population {
    /// One profile alone, as it is known at an instant: its records with what happened before that.
    ///
    /// All names stay, so that a filter means the same; the profile bears the number 0.
    ///
    /// - Complexity: O(rows of the profile + changes of all traits), where the rows of a record are found by an index
    public func cut(to profile: Int, before instant: Instant) -> Population {
        ProfileCut(of: self, profile, before: instant.milliseconds).population
    }

    /// The same with all that ever happens.
    public func cut(to profile: Int) -> Population {
        ProfileCut(of: self, profile, before: .max).population
    }
}

/// Gathers the rows of one profile.
private struct ProfileCut {
    let whole: Population
    let profile: Int
    let end: Int64
    /// The records of the profile, rising, and the new number of each.
    let records: [Int]
    let places: [UInt32: UInt32]

    init(of whole: Population, _ profile: Int, before end: Int64) {
        self.whole = whole
        self.profile = profile
        self.end = end
        records =
            whole.profiles.profileOfRecord?.withValues { profiles in
                profiles.indices.filter { profiles[$0] == UInt32(profile) }
            } ?? [profile]
        places = Dictionary(uniqueKeysWithValues: records.enumerated().map { (UInt32($1), UInt32($0)) })
    }

    var population: Population {
        let zeros = [UInt32](repeating: 0, count: records.count)
        let rows = eventRows
        return Population(
            profiles: ProfileMap(count: records.count, profileOfRecord: records.count == 1 ? nil : Lane(zeros)),
            existence: existence, traits: whole.traits.mapValues(cut),
            events: Dictionary(
                uniqueKeysWithValues: whole.events.map { ($0, cut($1, to: known(rows[$0] ?? [], $1.times))) }),
            orders: orders,
            refunds: whole.refunds.map { Deferred(of: cut($0, to: known(self.rows(in: $0.records), $0.times))) },
            timeline: .none)
    }

    private var existence: Existence {
        let since = whole.existence.since?[profile]
        var ever = Bitmap(rows: records.count)
        ever[0] = whole.existence.ever[profile] && since ?? .min < end
        let dates = since.map { Lane([$0] + Array(repeating: .min, count: records.count - 1)) }
        return Existence(ever: BitmapLane(ever), since: dates, latest: since ?? .min)
    }

    /// The rows of a table's records, rising, where there is no index.
    private func rows(in table: Lane<UInt32>) -> [Int] {
        table.withValues { values in values.indices.filter { places[values[$0]] != nil } }
    }

    private func known(_ rows: [Int], _ times: TimeLane) -> [Int] { rows.filter { times[$0] < end } }

    private var eventRows: [String: [Int]] {
        let indexed = whole.timeline.rows(of: records)
        return indexed.isEmpty ? whole.events.mapValues { rows(in: $0.records) } : indexed
    }

    private func records(of table: Lane<UInt32>, _ rows: [Int]) -> Lane<UInt32> {
        Lane(rows.map { places[table[$0]] ?? 0 })
    }

    private func cut(_ table: EventTable, to rows: [Int]) -> EventTable {
        EventTable(
            records: records(of: table.records, rows), times: .milliseconds(Lane(rows.map { table.times[$0] })),
            properties: table.properties.mapValues { $0.keeping(rows) },
            coveredByOrder: table.coveredByOrder?.keeping(rows))
    }

    private var orders: OrderTable {
        let table = whole.orders
        let isIndexed = table.byRecord.ends.count > 0
        let own = isIndexed ? records.flatMap(table.byRecord.rows).sorted() : rows(in: table.records)
        let rows = known(own, table.times)
        var lines: [Int] = []
        let ends = rows.map { row in
            if row < table.lineEnds.count {
                lines += Int(row == 0 ? 0 : table.lineEnds[row - 1])..<Int(table.lineEnds[row])
            }
            return UInt32(lines.count)
        }
        return OrderTable(
            records: records(of: table.records, rows), times: .milliseconds(Lane(rows.map { table.times[$0] })),
            purchases: table.purchases.keeping(rows), properties: table.properties.mapValues { $0.keeping(rows) },
            lineEnds: Lane(ends), lines: table.lines.mapValues { $0.keeping(lines) },
            byRecord: RowIndex(ends: Lane([]), rows: Lane([])))
    }

    /// Changes that are not known yet are taken back.
    private func cut(_ trait: Trait) -> Trait {
        var current = records.map { trait.current.value(at: $0) }
        guard let changes = trait.changes else { return Trait(current: trait.current.keeping(records)) }
        let own = rows(in: changes.records)
        for row in own.reversed() where changes.times[row] >= end {
            current[Int(places[changes.records[row]] ?? 0)] = changes.previous[row]
        }
        let rows = known(own, changes.times)
        let previous = rows.map { changes.previous[$0] }
        let mold = ColumnMold(trait.current, for: current + previous)
        return Trait(
            current: mold.column(current),
            changes: rows.isEmpty
                ? nil
                : TraitChanges(
                    times: .milliseconds(Lane(rows.map { changes.times[$0] })),
                    records: records(of: changes.records, rows), previous: mold.column(previous)))
    }
}

extension BitmapLane {
    /// The set among some rows, numbered anew in their order.
    fileprivate func keeping(_ rows: [Int]) -> BitmapLane {
        var kept = Bitmap(rows: rows.count)
        for (place, row) in rows.enumerated() where self[row] { kept[place] = true }
        return BitmapLane(kept)
    }
}
