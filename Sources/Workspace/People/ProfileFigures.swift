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
        let amounts = takesGross ? state.amounts.gross : state.amounts.net
        var count = 0
        var revenue: Int64 = 0
        var last: Instant?
        for row in orders.byRecord.rows(of: record) {
            let time = orders.times[row]
            guard time < asOf.milliseconds else { break }
            guard orders.purchases[row] else { continue }
            count += 1
            revenue += amounts[row]
            last = Instant(milliseconds: time)
        }
        let events = PurchaseEvents(population)
        guard !events.isEmpty else { return (count, revenue, last) }
        for place in population.timeline.byRecord.rows(of: record) {
            let (name, row) = population.timeline.event(at: place)
            guard name == "purchase", let (time, amount) = events.purchase(at: row), time < asOf.milliseconds else {
                continue
            }
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
        for place in population.timeline.byRecord.rows(of: record).reversed() {
            let (name, row) = population.timeline.event(at: place)
            guard let time = population.events[name]?.times[row], time < asOf.milliseconds else { continue }
            last = max(last ?? time, time)
            break
        }
        return last.map { Instant(milliseconds: $0) }
    }
}
