public import Customers
public import Filters

/// The property that names the campaign of an event.
public struct CampaignProperty: Hashable, Sendable {
    public let name: String
    /// Whether its values are texts, not numbers.
    public let isText: Bool

    public init(_ name: String, isText: Bool) {
        self.name = name
        self.isText = isText
    }
}

/// Says the people of a campaign as filters.
public struct MailingFilters: Hashable, Sendable {
    private let campaign: String
    private let properties: [TrackedEvent: CampaignProperty]
    private let days: ClosedRange<CivilDate>?
    private let windowDays: Int
    private let vocabulary: MeasureVocabulary

    /// - Parameters:
    ///   - campaign: its name.
    ///   - properties: what names the campaign, by event.
    ///   - days: the local days whose mails are meant; all without them.
    ///   - windowDays: how many days of 24 hours a purchase may follow a click.
    ///   - vocabulary: what the events are called.
    public init(
        campaign: String, properties: [TrackedEvent: CampaignProperty], days: ClosedRange<CivilDate>?, windowDays: Int,
        vocabulary: MeasureVocabulary = .standard
    ) {
        self.campaign = campaign
        self.properties = properties
        self.days = days
        self.windowDays = windowDays
        self.vocabulary = vocabulary
    }

    /// The people of each event; of what is done with mails, those whom the mails of the days reached.
    public var events: [TrackedEvent: Filter] {
        var filters: [TrackedEvent: Filter] = [:]
        for (event, property) in properties {
            let isOfMails = event == .sent || event == .delivered
            let own = did(event, property, isOfMails ? days.map { Self.within($0) } : answering)
            filters[event] = isOfMails ? own : ofReached(own)
        }
        return filters
    }

    /// People whom a mail reached, who clicked, and who then bought within the window, before any click elsewhere.
    ///
    /// The way of a funnel says what lies between; of its steps at one instant a sequence says that these do not count.
    public var clickThenPurchase: Filter? {
        properties[.clicked].map { property in
            let (click, own) = (vocabulary.name(of: .clicked), condition(property))
            let window = Span(windowDays, .days)
            let way = Funnel(
                [Funnel.Step(click, where: own), Funnel.Step("purchase")], within: window,
                excluding: [Funnel.Step(click, where: .not(own))], endsAtExcluded: true)
            let bought = EventSequence(
                click, where: own, time: answering, steps: [.init("purchase", within: window)])
            return Filter.joining([
                ofReached(.sequence(bought)),
                .funnelStep(FunnelCondition(.reached, step: 2, of: .defined(way), time: answering)),
            ])
        }
    }

    private var reached: Filter? {
        let event: TrackedEvent = properties[.delivered] == nil ? .sent : .delivered
        return properties[event].map { did(event, $0, days.map { Self.within($0) }) }
    }

    private func ofReached(_ filter: Filter) -> Filter { reached.map { .all([$0, filter]) } ?? filter }

    /// When mails of the days are answered: since the days began.
    private var answering: TimeRange? {
        guard let days else { return nil }
        return reached == nil ? Self.within(days) : .after(.date(days.lowerBound.adding(days: -1)))
    }

    private func did(_ event: TrackedEvent, _ property: CampaignProperty, _ time: TimeRange?) -> Filter {
        .performed(Performance(.named(vocabulary.name(of: event)), where: condition(property), time: time))
    }

    private func condition(_ property: CampaignProperty) -> Predicate {
        guard !property.isText, let number = Int64(campaign) else {
            return .property(property.name, .exactly(campaign))
        }
        return .property(property.name, .compare(.equal, .number(DecimalLiteral(coefficient: number))))
    }

    private static func within(_ days: ClosedRange<CivilDate>) -> TimeRange {
        days.lowerBound == days.upperBound
            ? .on(.date(days.lowerBound)) : .between(.date(days.lowerBound), .date(days.upperBound))
    }
}
