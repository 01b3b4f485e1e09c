import Columnar
import Customers
import Store

/// What events of refunds ask back, each of the purchase whose id it carries.
struct RefundClaims {
    /// One event that asks something back.
    struct Claim {
        /// The row of the event.
        let event: Int
        let purchase: RefundedPurchase
        /// That of the purchase.
        let record: UInt32
        /// The event's own time, but not before the purchase.
        let time: Int64
        let orderTime: Int64
        /// What the purchase brought, and what is asked back of it; in minor units.
        let gross, asked: Int64
    }

    private(set) var all: [Claim] = []
    private(set) var uncounted = UncountedRefunds()
    /// How many events there are.
    let eventCount: Int

    /// Those of the events of a name.
    init(_ population: Population, events name: String, cache: StoreCache, currency: Currency) {
        let table = population.events[name]
        eventCount = table?.count ?? 0
        guard let events = table, let ids = events.properties["order_id"] else {
            uncounted.ofNoOrder = eventCount
            return
        }
        let orders = cache.orderRows(of: ids)
        let bought = PurchaseEvents(population).rows(of: ids, leavingOut: orders)
        let amounts = RefundAmounts(events, population, currency: currency)
        let brought = OrderAmount(population.orders)
        for event in 0..<events.count {
            let purchase: RefundedPurchase
            let (record, orderTime, gross): (UInt32, Int64, Int64)
            if orders[event] >= 0 {
                let row = Int(orders[event])
                guard population.orders.purchases[row] else {
                    uncounted.ofCancelled += 1
                    continue
                }
                purchase = .order(row)
                (record, orderTime) = (population.orders.records[row], population.orders.times[row])
                gross = brought.gross(of: row)
            } else if let found = bought[event] {
                purchase = .event(found.row)
                (record, orderTime, gross) = (found.record, found.time, found.revenue)
            } else {
                uncounted.ofNoOrder += 1
                continue
            }
            let most = max(0, gross)
            let asked: Int64
            switch amounts.asked(by: event, of: purchase) {
            case .amount(let amount)?: asked = amount
            case .everything?: asked = most
            case nil:
                uncounted.unreadable += 1
                continue
            }
            all.append(
                Claim(
                    event: event, purchase: purchase, record: record, time: max(events.times[event], orderTime),
                    orderTime: orderTime, gross: most, asked: asked))
        }
    }
}

extension PurchaseEvents {
    /// A purchase that only an event tells of.
    struct Found {
        let row: Int
        let record: UInt32
        let time, revenue: Int64
    }

    /// The first purchase of each of some ids that no order covers, by the place of the id.
    ///
    /// - `known`: orders of these ids; where there is one, nothing is looked for.
    func rows(of ids: Column, leavingOut known: [Int32]) -> [Int: Found] {
        var wanted: [UInt64: [Int]] = [:]
        for place in known.indices where known[place] < 0 {
            if let key = OrderKey.hash(of: ids[place]) { wanted[key, default: []].append(place) }
        }
        guard !wanted.isEmpty, let table, let own = table.properties["order_id"] else { return [:] }
        var found: [Int: Found] = [:]
        for row in 0..<table.count {
            guard let key = OrderKey.hash(of: own[row]), let places = wanted[key],
                let (time, revenue) = purchase(at: row)
            else { continue }
            for place in places where found[place] == nil {
                found[place] = Found(row: row, record: table.records[row], time: time, revenue: revenue)
            }
        }
        return found
    }
}
