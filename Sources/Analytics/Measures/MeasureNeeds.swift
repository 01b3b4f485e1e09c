/// What has to be counted for some measures.
struct MeasureNeeds: Hashable, Sendable {
    var active = false
    var events: Set<TrackedEvent> = []
    var sales = false
    var carts = false
    var growth = false
    var base = false
    var silence = false

    /// None of the measures given means all of them.
    init(_ metrics: Set<Metric>?) {
        for metric in metrics ?? Set(Metric.allCases) { add(metric) }
    }

    private mutating func add(_ metric: Metric) {
        if let event = metric.event?.event {
            // Mails sent stand in where nothing tells which were delivered.
            events.formUnion(event == .delivered ? [.sent, .delivered] : [event])
            return
        }
        switch metric {
        case .active: active = true
        case .revenuePerActive, .conversion: (active, sales) = (true, true)
        case .carts, .cartsOrdered, .cartsOpen, .abandonment: carts = true
        case .openRate: events.formUnion([.sent, .delivered, .opened])
        case .clickRate: events.formUnion([.sent, .delivered, .clicked])
        case .clickToOpen: events.formUnion([.sent, .delivered, .opened, .clicked])
        case .unsubscribeRate: events.formUnion([.sent, .delivered, .unsubscribed])
        case .profiles, .newProfiles, .newSubscribers: growth = true
        case .subscribers, .lostSubscribers, .baseLoss: base = true
        case .silent: silence = true
        default: sales = true
        }
    }
}
