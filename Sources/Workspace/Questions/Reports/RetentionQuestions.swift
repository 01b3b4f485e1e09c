public import Analytics
import Columnar
public import Customers
import Filters

extension Session {
    /// Who came back, by the period in which they began.
    ///
    /// - `start`, `returning`: the events that begin and those that are a return, as they stand after `did` in a filter.
    /// - `scope`: a filter whose people alone are counted.
    /// - Throws: `FilterProblem` with its place in a text, `ReportEventError`, `RetentionError`, `CancellationError`.
    @concurrent
    public nonisolated func retention(
        start: String, returning: String, options: RetentionOptions = RetentionOptions(), in scope: String? = nil,
        asOf: Instant
    ) async throws -> RetentionReport {
        let state = try await current()
        let begins = try state.reportEvent(start, asOf: asOf)
        let returns = try state.reportEvent(returning, asOf: asOf)
        let bought = ReportEvent(.named("purchase"))
        let isAllBought = begins == bought && returns == bought
        let revenue =
            isAllBought
            ? ([], [])
            : try state.revenueRuns(takesGross: options.takesGross, refunds: options.refunds, asOf: asOf)
        let events = RetentionEvents(
            starts: try state.runs(of: begins, asOf: asOf),
            returns: begins == returns ? nil : try state.runs(of: returns, asOf: asOf),
            revenue: revenue.0, refunds: revenue.1, returnsBuy: returns == bought,
            purchases: isAllBought
                ? RetentionPurchases(
                    state.purchases, takesGross: options.takesGross, refunds: options.refunds, asOf: asOf) : nil,
            profiles: state.population.profiles, members: try state.people(in: scope, asOf: asOf))
        return try RetentionReport(
            events, start: begins, returning: returns, options: options, asOf: asOf, in: state.calendar)
    }
}
