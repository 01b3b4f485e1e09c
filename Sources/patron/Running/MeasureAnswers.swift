import Analytics
import Customers
import Filters
import Screens
import Workspace

extension Session {
    /// The dashboard as of the date of a query, over so many days.
    nonisolated func dashboard(
        _ query: Query, days: Int, of metrics: Set<Metric>, _ now: Instant
    ) async throws -> DashboardFigures {
        let clock = ContinuousClock()
        let start = clock.now
        let asOf = try await instant(query.asOf, now)
        let calendar = try await calendar()
        let last = calendar.date(at: Instant(milliseconds: asOf.milliseconds - 1))
        let first = last.adding(days: 1 - days)
        let length = days > 60 ? days / 30 : 1
        let series = try await measures(
            of: [(2, days), (max(14, days / length), length)], through: last, in: query.limit, asOf: asOf,
            metrics: metrics, refunds: query.refunds)
        let beginning = calendar.midnight(of: first)
        let moves = try await sizes(ofSegmentsAt: [beginning, asOf], in: query.limit)
        let troubled = try await importRecords().filter { $0.counts.rejected > 0 && $0.finished >= beginning }
        let flow = try await keyFlow(from: first, query, asOf: asOf)
        return DashboardFigures(
            periods: series[0], course: series[1],
            segments: moves.map { .init(name: $0.name, before: $0.sizes[0], now: $0.sizes[1]) }, flow: flow,
            troubledImports: troubled, milliseconds: (clock.now - start) / .milliseconds(1))
    }

    /// Old subscribers at the start of a day, and how many of them are buyers now.
    private nonisolated func keyFlow(
        from first: CivilDate, _ query: Query, asOf: Instant
    ) async throws -> DashboardFigures.Flow? {
        let ready = ReadySegment.all(for: try await vocabulary())
        guard let start = ready.first(where: { $0.key == "old-subscribers" }),
            let end = ready.first(where: { $0.key == "buyers" })
        else { return nil }
        let last = try await calendar().date(at: Instant(milliseconds: asOf.milliseconds - 1))
        let report = try await flow(
            from: start.name, to: end.name, on: first...last, in: query.limit, refunds: query.refunds, asOf: asOf)
        return DashboardFigures.Flow(
            start: start.name, end: end.name, started: report.started, moved: report.moved,
            startedFilter: report.startedFilter.text, movedFilter: report.movedFilter.text,
            medianSeconds: report.medianSeconds, revenue: report.revenueMinor)
    }
}

extension Session {
    /// What customers have brought as of the date of a query.
    nonisolated func value(_ query: Query, _ view: ValueView, _ now: Instant) async throws -> ValueFigures {
        let clock = ContinuousClock()
        let start = clock.now
        let asOf = try await instant(query.asOf, now)
        let digits = try await settings().currency.fractionDigits
        var taken: Double { (clock.now - start) / .milliseconds(1) }
        switch view {
        case .concentration:
            let curve = try await concentration(in: query.limit, asOf: asOf)
            return ValueFigures(
                rows: curve.points.map { .init(figures: .point($0), filter: $0.filter(digits: digits).text) },
                buyers: curve.buyers, revenue: curve.revenue, gini: curve.gini, milliseconds: taken)
        case .age:
            let value = try await valueByAge(in: query.limit, refunds: query.refunds, asOf: asOf)
            return ValueFigures(
                rows: value.rows.map { .init(figures: .age($0), filter: $0.filter.text) }, buyers: value.buyers,
                revenue: value.revenue, milliseconds: taken)
        case .trait(let name):
            let groups = try await value(byTrait: name, in: query.limit, asOf: asOf)
            return ValueFigures(
                rows: groups.map {
                    .init(
                        value: $0.value.map { Printer.plain($0) } ?? "", figures: .group($0.figures),
                        filter: $0.filter?.text)
                }, buyers: groups.reduce(0) { $0 + $1.figures.buyers },
                revenue: groups.reduce(0) { $0 + $1.figures.revenue }, milliseconds: taken)
        }
    }
}

extension Session {
    /// What became of the mails of each campaign as of the date of a query.
    nonisolated func mailings(
        _ query: Query, days: ClosedRange<CivilDate>?, _ now: Instant
    ) async throws -> [MailingRow] {
        let asOf = try await instant(query.asOf, now)
        let costs = try await settings().mailingCosts
        return try await mailings(in: days, scope: query.limit, asOf: asOf).map {
            MailingRow(
                campaign: $0.campaign, figures: $0.figures, filters: $0.filters.mapValues(\.text),
                clickThenPurchase: $0.clickThenPurchase?.text, cost: costs?.cost(of: $0.campaign, $0.figures),
                returnOnCost: costs?.returnOnCost(of: $0.campaign, $0.figures), mailsBefore: $0.mailsBefore)
        }
    }
}
