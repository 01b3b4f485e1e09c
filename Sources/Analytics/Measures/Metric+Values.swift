extension Metric {
    /// The measure of what was counted in a period; none where the data cannot give it.
    public func value(of figures: PeriodFigures) -> MetricValue? {
        switch self {
        case .active: count(figures.active)
        case .profiles: count(figures.growth.profiles)
        case .newProfiles: count(figures.growth.new)
        case .newSubscribers: count(figures.growth.subscribed)
        case .silent: count(figures.silent)
        case .subscribers: count(figures.base?.atEnd)
        case .lostSubscribers: count(figures.base?.lost)
        case .baseLoss: share(figures.base?.lost, of: figures.base?.atStart)
        case .revenuePerActive:
            figures.sales.flatMap { sales in figures.active.flatMap { mean(sales.net, over: $0) } }
        case .conversion: share(figures.sales?.buyers, of: figures.active)
        case .carts, .cartsOrdered, .cartsOpen, .abandonment:
            figures.carts.flatMap { value(of: $0) }
        case .openRate, .clickRate, .clickToOpen, .unsubscribeRate: rate(of: figures)
        default: event.map { count($0, of: figures) } ?? figures.sales.flatMap { value(of: $0) }
        }
    }

    private func value(of sales: SalesFigures) -> MetricValue? {
        switch self {
        case .netRevenue: .money(sales.net)
        case .grossRevenue: .money(sales.gross)
        case .refunds: .money(sales.gross - sales.net)
        case .purchases: .count(sales.purchases)
        case .buyers: .count(sales.buyers)
        case .averageOrder: mean(sales.net, over: sales.purchases)
        case .newBuyers: .count(sales.newBuyers)
        case .repeatBuyers: .count(sales.buyers - sales.newBuyers)
        case .newRevenue: .money(sales.newNet)
        case .repeatRevenue: .money(sales.net - sales.newNet)
        case .buyersByEnd: .count(sales.buyersByEnd)
        case .repeatersByEnd: .count(sales.repeatersByEnd)
        case .repeatRate: share(sales.repeatersByEnd, of: sales.buyersByEnd)
        default: nil
        }
    }

    private func value(of carts: CartFigures) -> MetricValue? {
        switch self {
        case .carts: .count(carts.carts)
        case .cartsOrdered: .count(carts.ordered)
        case .cartsOpen: .count(carts.open)
        case .abandonment: share(carts.carts - carts.ordered, of: carts.carts)
        default: nil
        }
    }

    private func rate(of figures: PeriodFigures) -> MetricValue? {
        guard let answers = figures.answers else { return nil }
        let knows = { (event: TrackedEvent) in figures.events[event] != nil }
        return switch self {
        case .openRate where knows(.opened): share(answers.opened, of: answers.reached)
        case .clickRate where knows(.clicked): share(answers.clicked, of: answers.reached)
        case .clickToOpen where knows(.opened) && knows(.clicked): share(answers.openedAndClicked, of: answers.opened)
        case .unsubscribeRate where knows(.unsubscribed): share(answers.unsubscribed, of: answers.reached)
        default: nil
        }
    }

    /// The event that the measure counts, and whether it counts the profiles of it.
    var event: (event: TrackedEvent, ofProfiles: Bool)? {
        switch self {
        case .sessions: (.session, false)
        case .visitors: (.session, true)
        case .cartAdds: (.cart, false)
        case .cartProfiles: (.cart, true)
        case .sent: (.sent, false)
        case .sentProfiles: (.sent, true)
        case .delivered: (.delivered, false)
        case .deliveredProfiles: (.delivered, true)
        case .opens: (.opened, false)
        case .openProfiles: (.opened, true)
        case .clicks: (.clicked, false)
        case .clickProfiles: (.clicked, true)
        case .unsubscribes: (.unsubscribed, false)
        case .unsubscribedProfiles: (.unsubscribed, true)
        default: nil
        }
    }

    private func count(_ event: (event: TrackedEvent, ofProfiles: Bool), of figures: PeriodFigures) -> MetricValue? {
        let counted = event.event == .delivered ? figures.delivered : figures.events[event.event]
        return count(counted.map { event.ofProfiles ? $0.profiles : $0.times })
    }

    private func count(_ count: Int?) -> MetricValue? { count.map { .count($0) } }

    private func mean(_ sum: Int64, over count: Int) -> MetricValue? {
        count > 0 ? .money(Ratio(sum, over: Int64(count)).rounded) : nil
    }

    private func share(_ part: Int?, of whole: Int?) -> MetricValue? {
        guard let part, let whole, whole > 0 else { return nil }
        return .share(Double(part) / Double(whole))
    }
}
