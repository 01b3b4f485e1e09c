/// What has to be counted for some measures.
struct MeasureNeeds: Hashable, Sendable {
    var active = false
    var events: Set<TrackedEvent> = []
    /// The events whose people are counted too.
    var people: Set<TrackedEvent> = []
    /// Who of the people whom mails reached answered them.
    var answers = false
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
        if let (event, ofProfiles) = metric.event {
            // Mails sent stand in where nothing tells which were delivered.
            let meant: Set<TrackedEvent> = event == .delivered ? [.sent, .delivered] : [event]
            events.formUnion(meant)
            if ofProfiles { people.formUnion(meant) }
            return
        }
        switch metric {
        case .active: active = true
        case .revenuePerActive, .conversion: (active, sales) = (true, true)
        case .carts, .cartsOrdered, .cartsOpen, .abandonment: carts = true
        case .openRate: addAnswers([.sent, .delivered, .opened])
        case .clickRate: addAnswers([.sent, .delivered, .clicked])
        case .clickToOpen: addAnswers([.sent, .delivered, .opened, .clicked])
        case .unsubscribeRate: addAnswers([.sent, .delivered, .unsubscribed])
        case .profiles, .newProfiles, .newSubscribers: growth = true
        case .subscribers, .lostSubscribers, .baseLoss: base = true
        case .silent: silence = true
        default: sales = true
        }
    }

    private mutating func addAnswers(_ meant: Set<TrackedEvent>) {
        answers = true
        events.formUnion(meant)
    }
}
