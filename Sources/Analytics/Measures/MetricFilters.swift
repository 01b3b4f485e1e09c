public import Customers
public import Filters

/// Says the people of measures as filters.
public struct MetricFilters: Hashable, Sendable {
    private let vocabulary: MeasureVocabulary
    /// The names of the imported events, in order.
    private let activity: [String]
    private let knowsDelivered: Bool
    private let refunds: RefundWords

    init(_ sources: MeasureSources) {
        self.init(
            events: Array(sources.events.keys), vocabulary: sources.vocabulary, refunds: sources.refundWords)
    }

    /// - Parameters:
    ///   - events: the names of the imported events.
    ///   - vocabulary: under which names the data holds what measures count.
    ///   - refunds: by what those are found whose purchases were refunded.
    public init(events: [String], vocabulary: MeasureVocabulary = .standard, refunds: RefundWords = .statuses) {
        self.vocabulary = vocabulary
        self.refunds = refunds
        activity = events.sorted()
        knowsDelivered = events.contains(vocabulary.name(of: .delivered))
    }

    /// The people whom a measure counts, or of whose doings it tells, in some local days; none where no filter says them.
    ///
    /// `isCut`: whether the days reach beyond the date at which the filter is asked.
    public func people(of metric: Metric, in days: ClosedRange<CivilDate>, isCut: Bool = false) -> Filter? {
        switch metric {
        case .netRevenue where refunds == .records(.ownDate):
            .any([did("purchase", days), refunds.people(in: range(days), returned: vocabulary.returned)])
        case .netRevenue, .grossRevenue, .purchases, .buyers, .averageOrder, .conversion:
            did("purchase", days)
        case .refunds: refunds.people(in: range(days), returned: vocabulary.returned)
        case .active, .revenuePerActive: active(days)
        case .newBuyers, .newRevenue: firstPurchase(days)
        case .repeatBuyers: repeatPurchase(days)
        case .repeatRevenue: people(of: .netRevenue, in: days).map { .all([$0, boughtBefore(days)]) }
        case .buyersByEnd: byEnd(.performed(Performance(.named("purchase"))), days, isCut)
        case .repeatersByEnd, .repeatRate:
            byEnd(.performed(Performance(.named("purchase"), count: .atLeast(2))), days, isCut)
        case .cartProfiles: did(vocabulary.name(of: .cart), days)
        case .carts: cart(.any, days)
        case .cartsOrdered: cart(.ordered, days)
        case .cartsOpen: cart(.open, days)
        case .abandonment: .any([cart(.abandoned, days), cart(.open, days)])
        case .openRate: reached(and: [.opened], days)
        case .clickRate: reached(and: [.clicked], days)
        case .clickToOpen: reached(and: [.opened, .clicked], days)
        case .unsubscribeRate: reached(and: [.unsubscribed], days)
        case .profiles: byEnd(everyone, days, isCut)
        case .newProfiles: .all([byEnd(everyone, days, isCut), .not(.asOf(.date(days.lowerBound), everyone))])
        case .newSubscribers: .trait(vocabulary.subscribed, .time(range(days)))
        case .subscribers: subscribers(by: days.upperBound.adding(days: 1))
        case .lostSubscribers, .baseLoss: lostSubscribers(days)
        case .silent: byEnd(silent, days, isCut)
        default: tracked(metric, days)
        }
    }

    /// Whether the filter of a measure holds exactly as many people as the measure counts.
    public static func isExact(_ metric: Metric) -> Bool {
        switch metric {
        case .active, .buyers, .newBuyers, .repeatBuyers, .buyersByEnd, .repeatersByEnd, .profiles, .newProfiles,
            .newSubscribers, .subscribers, .lostSubscribers, .silent, .cartsOpen:
            true
        default: metric.event?.ofProfiles ?? false
        }
    }

    private func tracked(_ metric: Metric, _ days: ClosedRange<CivilDate>) -> Filter? {
        guard let event = metric.event?.event else { return nil }
        return did(vocabulary.name(of: event == .delivered && !knowsDelivered ? .sent : event), days)
    }

    /// People whom mails reached in the days, and who did all of something in them.
    private func reached(and events: [TrackedEvent], _ days: ClosedRange<CivilDate>) -> Filter {
        .all(([knowsDelivered ? .delivered : .sent] + events).map { did(vocabulary.name(of: $0), days) })
    }

    private func range(_ days: ClosedRange<CivilDate>) -> TimeRange {
        days.lowerBound == days.upperBound
            ? .on(.date(days.lowerBound)) : .between(.date(days.lowerBound), .date(days.upperBound))
    }

    private func did(_ event: String, _ days: ClosedRange<CivilDate>) -> Filter {
        .performed(Performance(.named(event), time: range(days)))
    }

    /// `did anything` would take orders for activity, so that the events are named.
    private func active(_ days: ClosedRange<CivilDate>) -> Filter? {
        guard let first = activity.first else { return nil }
        return activity.count == 1 ? did(first, days) : .any(activity.map { did($0, days) })
    }

    /// Who subscribed before a day and had not unsubscribed before it.
    private func subscribers(by day: CivilDate) -> Filter {
        let subscribed = Filter.trait(vocabulary.subscribed, .time(.before(.date(day))))
        guard knows(.unsubscribed) else { return subscribed }
        let stayed = Performance(
            .named(vocabulary.name(of: .unsubscribed)), isNegated: true, time: .before(.date(day)))
        return .all([subscribed, .performed(stayed)])
    }

    private func lostSubscribers(_ days: ClosedRange<CivilDate>) -> Filter {
        let left = Occurrence(.first, vocabulary.name(of: .unsubscribed), time: range(days))
        return .all([.trait(vocabulary.subscribed, .time(.before(.date(days.lowerBound)))), .occurrence(left)])
    }

    /// Who got many mails lately and opened none.
    private var silent: Filter {
        let lately = TimeRange.withinLast(Span(vocabulary.silentDays, .days))
        let mails = vocabulary.name(of: knowsDelivered ? .delivered : .sent)
        return .all([
            .performed(Performance(.named(mails), count: .atLeast(vocabulary.silentMails), time: lately)),
            .performed(Performance(.named(vocabulary.name(of: .opened)), isNegated: true, time: lately)),
        ])
    }

    private func knows(_ event: TrackedEvent) -> Bool { activity.contains(vocabulary.name(of: event)) }

    private func firstPurchase(_ days: ClosedRange<CivilDate>) -> Filter {
        .occurrence(Occurrence(.first, "purchase", time: range(days)))
    }

    private func repeatPurchase(_ days: ClosedRange<CivilDate>) -> Filter {
        .all([did("purchase", days), boughtBefore(days)])
    }

    private func boughtBefore(_ days: ClosedRange<CivilDate>) -> Filter {
        .occurrence(Occurrence(.first, "purchase", time: .before(.date(days.lowerBound))))
    }

    /// Who has a cart that ends in the days.
    private func cart(_ state: Cart.State, _ days: ClosedRange<CivilDate>) -> Filter {
        .cart(Cart(state, of: vocabulary.name(of: .cart), time: range(days)))
    }

    private func byEnd(_ filter: Filter, _ days: ClosedRange<CivilDate>, _ isCut: Bool) -> Filter {
        isCut ? filter : .asOf(.date(days.upperBound.adding(days: 1)), filter)
    }

    /// Everybody who exists at the date at which it is asked.
    private var everyone: Filter {
        let bought = Performance(.named("purchase"))
        return .any([.performed(bought), .performed(Performance(.named("purchase"), isNegated: true))])
    }
}
