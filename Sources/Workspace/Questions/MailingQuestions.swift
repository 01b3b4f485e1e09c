public import Analytics
import Columnar
public import Customers
public import Filters
import Segmentation

/// One campaign of mails.
public struct Mailing: Hashable, Sendable {
    public let campaign: String
    public let figures: MailingFigures
    /// The filters of the people of each event.
    public let filters: [TrackedEvent: Filter]
    /// People who clicked and then bought within the window; some of their purchases may follow a later click of
    /// another campaign, which then has them.
    public let clickThenPurchase: Filter?
}

extension Session {
    /// What became of the mails of each campaign, from one local day through another; all time without days.
    ///
    /// Purchases are put down to the last click before them, at most `windowDays` of 24 hours earlier.
    @concurrent
    public nonisolated func mailings(
        in days: ClosedRange<CivilDate>? = nil, windowDays: Int = 5, scope: String? = nil, asOf: Instant
    ) async throws -> [Mailing] {
        try await current().mailings(in: days, windowDays: windowDays, scope: scope, asOf: asOf)
    }
}

extension WorkspaceState {
    private static let campaignNames = ["campaign_id", "campaign"]
    private static let mailingEvents: [TrackedEvent] = [.sent, .delivered, .opened, .clicked, .unsubscribed]

    fileprivate func mailings(
        in days: ClosedRange<CivilDate>?, windowDays: Int, scope: String?, asOf: Instant
    ) throws -> [Mailing] {
        let span =
            days.map {
                calendar.midnight(of: $0.lowerBound)
                    .milliseconds..<calendar.midnight(
                        of: $0.upperBound.adding(days: 1)
                    ).milliseconds
            } ?? .min..<Int64.max
        var places: [String: Int32] = [:]
        var runs: [MailingRun] = []
        var properties: [TrackedEvent: CampaignProperty] = [:]
        for event in Self.mailingEvents {
            let name = MeasureVocabulary.standard.name(of: event)
            guard population.events[name] != nil else { continue }
            for run in try evaluator.runs(of: .named(name), in: span, asOf: asOf) {
                guard let property = Self.campaignNames.first(where: { run.properties[$0] != nil }) else { continue }
                properties[event] = CampaignProperty(property, run)
                runs.append(MailingRun(event, run, campaigns: campaigns(of: run, by: property, &places)))
            }
        }
        let report = MailingReport(
            of: runs, purchases: try purchaseRuns(asOf: asOf) ?? [], campaigns: places.count,
            profiles: population.profiles, people: try members(of: scope ?? "", asOf: asOf),
            window: Int64(windowDays) * 86_400_000)
        return places.sorted { $0.key < $1.key }.compactMap { name, place in
            let figures = report.figures[Int(place)]
            guard figures.events.values.contains(where: { $0.times > 0 }) else { return nil }
            let said = MailingFilters(campaign: name, properties: properties, days: days, windowDays: windowDays)
            return Mailing(
                campaign: name, figures: figures, filters: said.events, clickThenPurchase: said.clickThenPurchase)
        }
    }

    /// The campaign of every row by its place among all names, which it may add to.
    private func campaigns(of run: EventRun, by property: String, _ places: inout [String: Int32]) -> [Int32] {
        func place(_ name: String) -> Int32 {
            if let known = places[name] { return known }
            let new = Int32(places.count)
            places[name] = new
            return new
        }
        guard let column = run.properties[property] else { return [] }
        if case .codes(let codes, let book, _) = column {
            let known = (0..<book.count).map { place(book[$0]) }
            return (0..<run.times.count).map { row in codes[row].map { known[$0] } ?? -1 }
        }
        return (0..<run.times.count).map { row in column[row].map { place($0.text) } ?? -1 }
    }
}

/// The property that names the campaign of an event.
private struct CampaignProperty {
    let name: String
    /// Whether its values are texts, not numbers.
    let isText: Bool

    init(_ name: String, _ run: EventRun) {
        self.name = name
        switch run.properties[name] {
        case .codes, .texts, .lists, nil: isText = true
        case .integers, .numbers: isText = false
        }
    }
}

/// Says the people of a campaign.
private struct MailingFilters {
    let campaign: String
    /// The property that names the campaign, by event.
    let properties: [TrackedEvent: CampaignProperty]
    let days: ClosedRange<CivilDate>?
    let windowDays: Int

    private var time: TimeRange? {
        days.map {
            $0.lowerBound == $0.upperBound
                ? .on(.date($0.lowerBound)) : .between(.date($0.lowerBound), .date($0.upperBound))
        }
    }

    private func condition(_ property: CampaignProperty) -> Predicate {
        guard !property.isText, let number = Int64(campaign) else {
            return .property(property.name, .exactly(campaign))
        }
        return .property(property.name, .compare(.equal, .number(DecimalLiteral(coefficient: number))))
    }

    var events: [TrackedEvent: Filter] {
        var filters: [TrackedEvent: Filter] = [:]
        for (event, property) in properties {
            let name = MeasureVocabulary.standard.name(of: event)
            filters[event] = .performed(Performance(.named(name), where: condition(property), time: time))
        }
        return filters
    }

    var clickThenPurchase: Filter? {
        properties[.clicked].map { property in
            .sequence(
                EventSequence(
                    MeasureVocabulary.standard.name(of: .clicked), where: condition(property), time: time,
                    steps: [.init("purchase", within: Span(windowDays, .days))]))
        }
    }
}
