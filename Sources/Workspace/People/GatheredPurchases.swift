import Analytics
import Columnar
import Customers

extension WorkspaceState {
    /// All purchases: orders that were not cancelled, and events that a file itself calls so; gathered once.
    var purchases: Purchases { figures.purchases { gatheredPurchases() } }

    private func gatheredPurchases() -> Purchases {
        let orders = population.orders
        let count = orders.purchases.bitmap.count
        var gathered = GatheredPurchases(costs: orders.properties["cost"])
        gathered.reserve(count)
        let amounts = amounts
        for row in 0..<orders.count where orders.purchases[row] {
            gathered.add(
                population.profiles.profile(of: Int(orders.records[row])), at: orders.times[row],
                gross: amounts.gross[row], net: amounts.net[row], order: row)
        }
        PurchaseEvents(population).forEach { record, time, revenue in
            gathered.add(population.profiles.profile(of: record), at: time, gross: revenue, net: revenue, order: nil)
        }
        return gathered.purchases(of: population.profiles.count, refunds: gatheredRefunds(), in: calendar)
    }

    /// The refunds by the number of their purchase among those gathered; none where nothing tells of any.
    private func gatheredRefunds() -> [PurchaseRefunds.Refund]? {
        guard let refunds else { return nil }
        var orders = Bitmap(rows: population.orders.count)
        var numbers: [RefundedPurchase: Int] = [:]
        for purchase in refunds.purchases {
            if case .order(let row) = purchase { orders[row] = true }
            numbers[purchase] = -1
        }
        var number = 0
        population.orders.purchases.bitmap.forEach { row in
            if orders[row] { numbers[.order(row)] = number }
            number += 1
        }
        let events = PurchaseEvents(population)
        for row in 0..<(events.table?.count ?? 0) where events.purchase(at: row) != nil {
            if numbers[.event(row)] != nil { numbers[.event(row)] = number }
            number += 1
        }
        let times = refunds.purchases.indices.map { refunds.table.times[$0] }
        let days = calendar.dayNumbers(of: times)
        return refunds.purchases.indices.map { row in
            PurchaseRefunds.Refund(
                purchase: numbers[refunds.purchases[row]] ?? 0, time: times[row], localDay: days[row],
                amount: refunds.amounts[row])
        }
    }
}

/// Gathers purchases column by column.
private struct GatheredPurchases {
    private let costOfOrder: Column?
    private var profiles: [UInt32] = []
    private var times: [Int64] = []
    private var net: [Int64] = []
    private var gross: [Int64] = []
    /// None as soon as a purchase is met that tells no cost.
    private var costs: [Int64]? = []

    /// `costs`: what orders cost the shop, where anything tells.
    init(costs: Column?) {
        if case .integers(_, .money, _)? = costs { costOfOrder = costs } else { costOfOrder = nil }
        if costOfOrder == nil { self.costs = nil }
    }

    /// Makes room, so that no column moves while it grows.
    mutating func reserve(_ count: Int) {
        profiles.reserveCapacity(count)
        times.reserveCapacity(count)
        net.reserveCapacity(count)
        gross.reserveCapacity(count)
        costs?.reserveCapacity(count)
    }

    /// `order`: its row; none for a purchase that only an event tells of.
    mutating func add(_ profile: Int, at time: Int64, gross: Int64, net: Int64, order: Int?) {
        profiles.append(UInt32(profile))
        times.append(time)
        self.gross.append(gross)
        self.net.append(net)
        guard let order, case .integers(let lane, _, let present)? = costOfOrder else {
            costs = nil
            return
        }
        costs?.append(present?[order] ?? true ? lane[order] : 0)
    }

    func purchases(of rows: Int, refunds: [PurchaseRefunds.Refund]?, in calendar: CivilCalendar) -> Purchases {
        Purchases(
            profileRows: rows, profiles: profiles, times: times, netRevenue: net, grossRevenue: gross,
            localDays: calendar.dayNumbers(of: times), costs: costs, refunds: refunds)
    }
}
