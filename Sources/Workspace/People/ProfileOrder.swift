import Columnar
import Customers

/// Puts profiles in order.
struct ProfileOrder {
    let state: WorkspaceState
    let asOf: Instant

    /// The members in the order of a figure; equals stand in the order of their numbers.
    func rows(_ members: Bitmap, by sort: ProfileSort, isDescending: Bool) throws -> [UInt32] {
        var rows: [UInt32] = []
        members.forEach { rows.append(UInt32($0)) }
        switch sort {
        case .number: return isDescending ? rows.reversed() : rows
        case .name:
            let names = ProfileNames(state)
            return order(rows, isDescending) { names.name(of: Int($0)).lowercased() }
        case .city:
            let names = ProfileNames(state)
            return order(rows, isDescending) { names.city(of: Int($0))?.lowercased() ?? "\u{10FFFF}" }
        case .purchases:
            let totals = PurchaseTotals(state: state, asOf: asOf)
            return order(rows, isDescending) { totals.counts[Int($0)] }
        case .revenue:
            let totals = PurchaseTotals(state: state, asOf: asOf)
            return order(rows, isDescending) { totals.revenue[Int($0)] }
        case .lastPurchase:
            let totals = PurchaseTotals(state: state, asOf: asOf)
            return order(rows, isDescending) { totals.last[Int($0)] }
        case .lastSeen:
            let last = lastSeen()
            return order(rows, isDescending) { last[Int($0)] }
        }
    }

    private func order<Key: Comparable>(_ rows: [UInt32], _ isDescending: Bool, _ key: (UInt32) -> Key) -> [UInt32] {
        let keyed = rows.map { (key: key($0), row: $0) }
        return keyed.sorted { first, second in
            if first.key != second.key { return isDescending ? first.key > second.key : first.key < second.key }
            return first.row < second.row
        }.map(\.row)
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

/// Purchases of every profile before a date.
struct PurchaseTotals {
    private(set) var counts: [Int]
    /// Net, in minor units.
    private(set) var revenue: [Int64]
    /// Milliseconds since 1970; `Int64.min` for none.
    private(set) var last: [Int64]

    init(state: WorkspaceState, asOf: Instant) {
        let population = state.population
        let orders = population.orders
        let net = state.amounts.net
        counts = Array(repeating: 0, count: population.profiles.count)
        revenue = Array(repeating: 0, count: population.profiles.count)
        last = Array(repeating: .min, count: population.profiles.count)
        for row in 0..<orders.times.lowerBound(asOf.milliseconds) where orders.purchases[row] {
            let profile = population.profiles.profile(of: Int(orders.records[row]))
            counts[profile] += 1
            revenue[profile] += net[row]
            last[profile] = orders.times[row]
        }
        PurchaseEvents(population).forEach { record, time, amount in
            guard time < asOf.milliseconds else { return }
            let profile = population.profiles.profile(of: record)
            counts[profile] += 1
            revenue[profile] += amount
            last[profile] = max(last[profile], time)
        }
    }
}
