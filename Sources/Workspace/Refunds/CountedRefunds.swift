import Analytics
import Columnar
import Customers
import Store

/// The purchase that a refund takes something off, by its row among the orders or among the events of that name.
enum RefundedPurchase: Hashable, Sendable {
    case order(Int)
    case event(Int)
}

/// Refunds as far as they take something off a purchase: those that events tell of, and orders that were returned without one.
///
/// All refunds of an order together take its gross revenue at most; the one that would pass that takes what is left. A
/// refund that is dated before its order counts with it.
struct CountedRefunds: Sendable {
    /// A row a refund, in time order, of the record of its purchase.
    let table: EventTable
    /// The purchase of each row.
    let purchases: [RefundedPurchase]
    /// What each row takes off, in minor units.
    let amounts: [Int64]
    /// The rows of each record.
    let byRecord: RowIndex
    /// What each event took off, by its row; below 0 where it does not count.
    let amountOfEvent: [Int64]
    /// Why events do not count.
    let uncounted: UncountedRefunds
    /// What they were read from.
    private let source: Source

    private struct Source {
        let version: Int
        let events: String
        let currency: Currency
        let orders, refunds: Lane<UInt32>?

        init(_ population: Population, _ events: String, _ version: Int, _ currency: Currency) {
            (self.version, self.events, self.currency) = (version, events, currency)
            orders = population.orders.records
            refunds = population.events[events]?.records
        }

        func isSame(as other: Source) -> Bool {
            guard version == other.version, events == other.events, currency == other.currency else { return false }
            guard let orders, let refunds, let others = other.orders, let events = other.refunds else { return false }
            return orders.isSame(as: others) && refunds.isSame(as: events)
        }
    }

    /// Whether there are events of a name that are refunds.
    static func areTold(in population: Population, by name: String) -> Bool {
        !["order", "purchase"].contains(name) && (population.events[name]?.count ?? 0) > 0
    }

    /// Reads the events of a name.
    ///
    /// `known`: what was read before, which is taken where it was read from the same columns.
    ///
    /// - Complexity: O(events x log orders), and a pass over the statuses of all orders
    init(
        _ population: Population, events name: String, cache: StoreCache, currency: Currency,
        known: CountedRefunds? = nil
    ) {
        let source = Source(population, name, cache.version, currency)
        if let known, known.source.isSame(as: source) {
            self = known
            return
        }
        self.source = source
        let claims = RefundClaims(population, events: name, cache: cache, currency: currency)
        let orders = OrderAmount(population.orders)
        var uncounted = claims.uncounted
        var amountOfEvent = [Int64](repeating: -1, count: claims.eventCount)
        var rows: [Row] = []
        var left = WhatIsLeft(orders: population.orders.count)
        for claim in claims.all.sorted(by: { ($0.time, $0.event) < ($1.time, $1.event) }) {
            let amount = left.take(claim.asked, of: claim.purchase, gross: claim.gross)
            amountOfEvent[claim.event] = amount
            if amount < claim.asked { uncounted.beyondOrder += 1 }
            guard amount > 0 else { continue }
            rows.append(Row(claim.purchase, record: claim.record, time: claim.time, orderTime: claim.orderTime, amount))
        }
        for order in 0..<population.orders.count where orders.isReturned(order) {
            guard population.orders.purchases[order], !left.isToldOf(order: order), orders.gross(of: order) != 0 else {
                continue
            }
            let time = population.orders.times[order]
            rows.append(
                Row(
                    .order(order), record: population.orders.records[order], time: time, orderTime: time,
                    orders.gross(of: order)))
        }
        // Rows of one time stay in the order of their claims.
        rows = rows.indices.sorted { (rows[$0].time, $0) < (rows[$1].time, $1) }.map { rows[$0] }
        amounts = rows.map(\.amount)
        table = EventTable(
            records: Lane(rows.map(\.record)), times: .milliseconds(Lane(rows.map(\.time))),
            properties: [
                Self.amount: .integers(.longs(Lane(amounts)), .money, present: nil),
                RefundWords.orderTime: .integers(.longs(Lane(rows.map(\.orderTime))), .timestamp, present: nil),
            ])
        purchases = rows.map(\.purchase)
        byRecord = RowIndex(grouping: rows.map(\.record), records: population.profiles.count)
        self.amountOfEvent = amountOfEvent
        self.uncounted = uncounted
    }

    /// The property that says what a refund takes off.
    static let amount = "amount"

    private struct Row {
        let purchase: RefundedPurchase
        let record: UInt32
        let time, orderTime, amount: Int64

        init(_ purchase: RefundedPurchase, record: UInt32, time: Int64, orderTime: Int64, _ amount: Int64) {
            (self.purchase, self.record, self.time) = (purchase, record, time)
            (self.orderTime, self.amount) = (orderTime, amount)
        }
    }
}

/// What refunds have left of each purchase so far, in minor units.
private struct WhatIsLeft {
    /// By the row of an order; below 0 where no refund tells of it.
    private var ofOrders: [Int64]
    private var ofEvents: [Int: Int64] = [:]

    init(orders: Int) {
        ofOrders = Array(repeating: -1, count: orders)
    }

    func isToldOf(order: Int) -> Bool { ofOrders[order] >= 0 }

    /// Takes as much of what is asked as is left.
    mutating func take(_ asked: Int64, of purchase: RefundedPurchase, gross: Int64) -> Int64 {
        switch purchase {
        case .order(let row):
            let most = ofOrders[row] >= 0 ? ofOrders[row] : gross
            let amount = min(asked, most)
            ofOrders[row] = most - amount
            return amount
        case .event(let row):
            let most = ofEvents[row] ?? gross
            let amount = min(asked, most)
            ofEvents[row] = most - amount
            return amount
        }
    }
}

/// Events of refunds that take nothing off an order, or less than they say, by the reason.
public struct UncountedRefunds: Hashable, Sendable {
    /// They name no order that is known, or none at all.
    public internal(set) var ofNoOrder = 0
    /// Their order was cancelled and so brought nothing.
    public internal(set) var ofCancelled = 0
    /// What they take cannot be told: a text for an amount, a product that is not in the order or has no price.
    public internal(set) var unreadable = 0
    /// They take more than was left of their order.
    public internal(set) var beyondOrder = 0
}

extension RowIndex {
    /// The rows of each record, in their order.
    fileprivate init(grouping owners: [UInt32], records: Int) {
        var ends = [UInt32](repeating: 0, count: records)
        for owner in owners { ends[Int(owner)] += 1 }
        for record in ends.indices.dropFirst() { ends[record] += ends[record - 1] }
        var rows = [UInt32](repeating: 0, count: owners.count)
        // Each owner's rows are put in from behind.
        var next = ends
        for row in owners.indices.reversed() {
            next[Int(owners[row])] -= 1
            rows[Int(next[Int(owners[row])])] = UInt32(row)
        }
        self.init(ends: Lane(ends), rows: Lane(rows))
    }
}
