import Columnar
import Customers
import Filters

/// The first of a number of profiles in some order.
struct OrderedProfiles: Sendable {
    let rows: [UInt32]
    /// How many there are, in order or not.
    let total: Int
}

/// Puts profiles in order.
struct ProfileOrder {
    let state: WorkspaceState
    let asOf: Instant
    var takesGross = false

    /// The members in the order of a figure; equals stand in the order of their numbers.
    ///
    /// `first`: how many are wanted; some more are put in order, so that the next pages are there.
    func profiles(
        _ members: Bitmap, by sort: ProfileColumn, isDescending: Bool, first: Int
    ) throws -> OrderedProfiles {
        let total = members.count
        let most = first > total / 4 ? total : max(1 << 10, 2 * first)
        func ordered<Key: Comparable>(_ key: (Int) -> Key) -> OrderedProfiles {
            var foremost = Foremost<Key>(most, isDescending: isDescending)
            members.forEach { foremost.offer(key($0), UInt32($0)) }
            return OrderedProfiles(rows: foremost.rows, total: total)
        }
        /// Those without a value come last, whichever way the others go.
        func orderedKnown<Key: Comparable>(_ key: (Int) -> Key?) -> OrderedProfiles {
            var foremost = Foremost<Key>(most, isDescending: isDescending)
            var known = 0
            var unknown: [UInt32] = []
            members.forEach { profile in
                if let key = key(profile) {
                    known += 1
                    foremost.offer(key, UInt32(profile))
                } else if unknown.count < most {
                    unknown.append(UInt32(profile))
                }
            }
            let rows = foremost.rows
            return OrderedProfiles(rows: known > rows.count ? rows : rows + unknown, total: total)
        }
        let names = state.names
        switch sort {
        case .number: return OrderedProfiles(rows: members.rows(most, fromLast: isDescending), total: total)
        case .name: return ordered { names.name(of: $0).lowercased() }
        case .city: return orderedKnown { names.city(of: $0)?.lowercased() }
        case .purchases:
            let counts = state.purchaseTotals(asOf: asOf, takesGross: takesGross).counts
            return ordered { counts[$0] }
        case .revenue:
            let revenue = state.purchaseTotals(asOf: asOf, takesGross: takesGross).revenue
            return ordered { revenue[$0] }
        case .lastPurchase:
            let last = state.purchaseTotals(asOf: asOf, takesGross: takesGross).last
            return ordered { last[$0] }
        case .lastSeen:
            let last = lastSeen()
            return ordered { last[$0] }
        case .averageOrder:
            let totals = state.purchaseTotals(asOf: asOf, takesGross: takesGross)
            return orderedKnown { totals.counts[$0] == 0 ? nil : totals.revenue[$0] / Int64(totals.counts[$0]) }
        case .identifier: return orderedKnown { names.identifiers(of: $0).first?.value }
        case .recency, .frequency, .monetary, .group:
            let column = try state.scores(asOf: asOf).column(of: sort.figure ?? .recency)
            return orderedKnown { column[$0].flatMap(SortKey.init) }
        case .trait(let name):
            return orderedKnown(try state.traitValues(name, asOf: asOf).keys())
        }
    }

    private func lastSeen() -> [Int64] {
        let population = state.population
        var last = [Int64](repeating: .min, count: population.profiles.count)
        func note(_ records: Lane<UInt32>, _ times: TimeLane) {
            records.withValues { records in
                times.forEach(in: 0..<times.lowerBound(asOf.milliseconds)) { row, time in
                    last[population.profiles.profile(of: Int(records[row]))] = max(
                        last[population.profiles.profile(of: Int(records[row]))], time)
                }
            }
        }
        for table in population.events.values { note(table.records, table.times) }
        note(population.orders.records, population.orders.times)
        return last
    }
}

extension Bitmap {
    /// The first so many rows of the set in their order, or the last ones from the end.
    fileprivate func rows(_ most: Int, fromLast isReversed: Bool) -> [UInt32] {
        var rows: [UInt32] = []
        rows.reserveCapacity(min(most, self.rows))
        for place in words.indices {
            let index = isReversed ? words.count - 1 - place : place
            var rest = words[index]
            while rest != 0 {
                guard rows.count < most else { return rows }
                let bit = isReversed ? 63 - rest.leadingZeroBitCount : rest.trailingZeroBitCount
                rows.append(UInt32(index << 6 | bit))
                rest &= ~(1 << UInt64(bit))
            }
        }
        return rows
    }
}

/// The first so many of some rows, which are offered in the order of their numbers.
struct Foremost<Key: Comparable> {
    private var kept: [(key: Key, row: UInt32)] = []
    private let most: Int
    private let isDescending: Bool
    /// Only who comes before this may still be among the first.
    private var last: Key?

    init(_ most: Int, isDescending: Bool) {
        self.most = most
        self.isDescending = isDescending
    }

    /// In order.
    var rows: [UInt32] {
        var copy = self
        copy.cut()
        return copy.kept.map(\.row)
    }

    mutating func offer(_ key: Key, _ row: UInt32) {
        if let last, isDescending ? key <= last : key >= last { return }
        kept.append((key, row))
        if kept.count == 2 * most { cut() }
    }

    private mutating func cut() {
        let isDescending = isDescending
        kept.sort { first, second in
            if first.key != second.key { return isDescending ? first.key > second.key : first.key < second.key }
            return first.row < second.row
        }
        guard kept.count > most else { return }
        kept.removeLast(kept.count - most)
        last = kept.last?.key
    }
}
