import Analytics
import Columnar
import Customers
import Filters
import Segmentation

extension WorkspaceState {
    /// Purchases with what they brought; none where the store knows of no orders.
    ///
    /// - `refunds`: with the order's date, net revenue of a purchase is after all its refunds before the date; with their own
    ///   it leaves those that ``refundRuns(asOf:)`` tells of.
    func purchaseRuns(refunds dating: RefundDating, asOf: Instant) throws -> [PurchaseRun]? {
        let events = population.events["purchase"]
        guard population.orders.count > 0 || (events?.count ?? 0) > 0 else { return nil }
        let takesOff = dating == .orderDate && refunds != nil
        return try evaluator.runs(of: .named("purchase"), asOf: asOf).compactMap { run in
            guard run.times.count > 0 else { return nil }
            let gross = run.isOfOrders ? amounts.gross : eventRevenue(run)
            let net = run.isOfOrders ? amounts.net : gross
            return PurchaseRun(
                run, gross: gross, net: takesOff ? net.less(refunds, ofOrders: run.isOfOrders, asOf: asOf) : net)
        }
    }

    /// Refunds at their own dates; none where nothing tells of any.
    func refundRuns(asOf: Instant) throws -> [RefundRun] {
        guard let refunds else { return [] }
        return try evaluator.runs(of: .named(Population.refundName), asOf: asOf).map {
            RefundRun($0, amounts: refunds.amounts)
        }
    }

    /// All purchases before an instant with what each brought, after refunds or with `takesGross` before them, and apart from
    /// them the refunds that count at their own dates.
    func revenueRuns(
        takesGross: Bool, refunds dating: RefundDating, asOf: Instant
    ) throws -> (purchases: [RevenueRun], refunds: [RevenueRun]) {
        let purchases = try (purchaseRuns(refunds: dating, asOf: asOf) ?? []).map {
            RevenueRun($0.run, amounts: takesGross ? $0.gross : $0.net)
        }
        guard !takesGross, dating == .ownDate else { return (purchases, []) }
        return (purchases, try refundRuns(asOf: asOf).map(\.revenue))
    }

    private func eventRevenue(_ run: EventRun) -> [Int64] {
        guard case .integers(let amounts, .money, let present)? = run.properties["revenue"] else {
            return Array(repeating: 0, count: run.times.count)
        }
        return (0..<run.times.count).map { present?[$0] ?? true ? amounts[$0] : 0 }
    }
}

extension [Int64] {
    /// The revenue of the rows of a table less their refunds before an instant.
    fileprivate func less(_ refunds: CountedRefunds?, ofOrders: Bool, asOf: Instant) -> [Int64] {
        guard let refunds else { return self }
        var net = self
        for row in 0..<refunds.table.times.lowerBound(asOf.milliseconds) {
            switch refunds.purchases[row] {
            case .order(let order) where ofOrders: net[order] -= refunds.amounts[row]
            case .event(let event) where !ofOrders: net[event] -= refunds.amounts[row]
            default: continue
            }
        }
        return net
    }
}
