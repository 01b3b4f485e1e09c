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
    /// People who clicked and then bought within the window, before they clicked in another campaign.
    public let clickThenPurchase: Filter?
    /// Mails of the campaign that went out before the days to people who are asked about; they are in no figure.
    public let mailsBefore: Int
}

extension Session {
    /// What became of the mails of each campaign that went out from one local day through another; all without days.
    ///
    /// What people did with them counts whenever it was done since the first day, also after the last one.
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
        var found = try mailingRuns(in: days, asOf: asOf)
        let people = try members(of: scope ?? "", asOf: asOf)
        let before = try days.map { try mails(before: $0.lowerBound, to: people, &found.places, asOf: asOf) } ?? [:]
        let report = MailingReport(
            of: found.runs, purchases: try purchaseRuns(refunds: .orderDate, asOf: asOf) ?? [],
            campaigns: found.places.count, profiles: population.profiles, people: people,
            window: Int64(windowDays) * 86_400_000)
        return found.places.sorted { $0.key < $1.key }.compactMap { name, place in
            let figures = report.figures[Int(place)]
            guard figures.events.values.contains(where: { $0.times > 0 }) else { return nil }
            let said = MailingFilters(campaign: name, properties: found.properties, days: days, windowDays: windowDays)
            return Mailing(
                campaign: name, figures: figures, filters: said.events, clickThenPurchase: said.clickThenPurchase,
                mailsBefore: before[place] ?? 0)
        }
    }

    private struct Found {
        var runs: [MailingRun] = []
        /// Campaigns by name.
        var places: [String: Int32] = [:]
        var properties: [TrackedEvent: CampaignProperty] = [:]
    }

    /// Mails of the days, and what was done with mails since they began: within them alone where nothing tells of mails.
    private func mailingRuns(in days: ClosedRange<CivilDate>?, asOf: Instant) throws -> Found {
        let start = days.map { calendar.midnight(of: $0.lowerBound).milliseconds } ?? .min
        let end = days.map { calendar.midnight(of: $0.upperBound.adding(days: 1)).milliseconds } ?? .max
        var found = Found()
        for event in Self.mailingEvents {
            let name = MeasureVocabulary.standard.name(of: event)
            guard population.events[name] != nil else { continue }
            let isOfMails = event == .sent || event == .delivered
            let knowsMails = found.properties[.sent] != nil || found.properties[.delivered] != nil
            let span = start..<(isOfMails || !knowsMails ? end : .max)
            for run in try evaluator.runs(of: .named(name), in: span, asOf: asOf) {
                guard let (name, column) = Self.campaignColumn(of: run) else { continue }
                found.properties[event] = CampaignProperty(name, isText: column.isOfTexts)
                found.runs.append(MailingRun(event, run, campaigns: campaigns(of: run, by: column, &found.places)))
            }
        }
        return found
    }

    /// The mails of each campaign that went out before a day.
    private func mails(
        before day: CivilDate, to people: Bitmap, _ places: inout [String: Int32], asOf: Instant
    ) throws -> [Int32: Int] {
        let vocabulary = MeasureVocabulary.standard
        let names = [TrackedEvent.sent, .delivered].map { vocabulary.name(of: $0) }
        guard let name = names.first(where: { population.events[$0] != nil }) else { return [:] }
        let start = calendar.midnight(of: day).milliseconds
        var mails: [Int32: Int] = [:]
        for run in try evaluator.runs(of: .named(name), in: .min..<start, asOf: asOf) {
            guard let (_, column) = Self.campaignColumn(of: run) else { continue }
            let campaigns = campaigns(of: run, by: column, &places)
            run.forEach { row, record, _ in
                guard campaigns[row] >= 0, people[population.profiles.profile(of: record)] else { return }
                mails[campaigns[row], default: 0] += 1
            }
        }
        return mails
    }

    /// The property of a run's events that names the campaign.
    private static func campaignColumn(of run: EventRun) -> (name: String, column: Column)? {
        for name in campaignNames {
            if let column = run.properties[name] { return (name, column) }
        }
        return nil
    }

    /// The campaign of every row by its place among all names, which it may add to.
    private func campaigns(of run: EventRun, by column: Column, _ places: inout [String: Int32]) -> [Int32] {
        func place(_ name: String) -> Int32 {
            if let known = places[name] { return known }
            let new = Int32(places.count)
            places[name] = new
            return new
        }
        if case .codes(let codes, let book, _) = column {
            let known = (0..<book.count).map { place(book[$0]) }
            return (0..<run.times.count).map { row in codes[row].map { known[$0] } ?? -1 }
        }
        return (0..<run.times.count).map { row in column[row].map { place($0.text) } ?? -1 }
    }
}
