import Columnar
import Customers

/// Figures of single profiles from their orders and events.
struct ProfileFigures {
    let state: WorkspaceState
    let asOf: Instant
    /// Whether revenue is that before refunds.
    var takesGross = false

    /// Purchases of a record before the date, their revenue, and the last of them.
    func purchases(of record: Int) -> (count: Int, revenue: Int64, last: Instant?) {
        let population = state.population
        let orders = population.orders
        let amount = state.orderAmount
        var count = 0
        var revenue: Int64 = 0
        var last: Instant?
        for row in orders.byRecord.rows(of: record) {
            let time = orders.times[row]
            guard time < asOf.milliseconds else { break }
            guard orders.purchases[row] else { continue }
            count += 1
            revenue += takesGross ? amount.gross(of: row) : amount.net(of: row)
            last = Instant(milliseconds: time)
        }
        if !takesGross, let refunds = state.refunds {
            for row in refunds.byRecord.rows(of: record) where refunds.table.times[row] < asOf.milliseconds {
                revenue -= refunds.amounts[row]
            }
        }
        let events = PurchaseEvents(population)
        guard !events.isEmpty else { return (count, revenue, last) }
        let table = population.timeline.names.firstIndex(of: "purchase")
        for event in population.timeline.events(of: record) where event.table == table {
            guard let (time, amount) = events.purchase(at: event.row), time < asOf.milliseconds else { continue }
            count += 1
            revenue += amount
            last = max(last ?? Instant(milliseconds: time), Instant(milliseconds: time))
        }
        return (count, revenue, last)
    }

    /// The last event or order of a record before the date.
    func lastSeen(of record: Int) -> Instant? {
        let population = state.population
        var last: Int64?
        for row in population.orders.byRecord.rows(of: record).reversed()
        where population.orders.times[row] < asOf.milliseconds {
            last = population.orders.times[row]
            break
        }
        if let time = population.timeline.lastTime(of: record, before: asOf.milliseconds) {
            last = max(last ?? time, time)
        }
        return last.map { Instant(milliseconds: $0) }
    }
}
