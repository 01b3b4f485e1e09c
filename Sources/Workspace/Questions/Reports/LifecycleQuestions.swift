public import Analytics
import Columnar
public import Customers
public import Filters

extension Session {
    /// How many people were new, came back, woke up and fell asleep in each period.
    ///
    /// - `event`: what being active is, as it stands after `did` in a filter.
    /// - `from`, `through`: days of the first and the last period.
    /// - `scope`: a filter whose people alone are counted.
    /// - Throws: `FilterProblem` with its place in a text, `ReportEventError`, `RetentionError`, `CancellationError`.
    @concurrent
    public nonisolated func lifecycle(
        of event: String, by unit: Period, from: CivilDate? = nil, through: CivilDate? = nil, in scope: String? = nil,
        asOf: Instant
    ) async throws -> LifecycleReport {
        let state = try await current()
        let meant = try state.reportEvent(event, asOf: asOf)
        let events = LifecycleEvents(
            runs: try state.runs(of: meant, asOf: asOf), profiles: state.population.profiles,
            members: try state.people(in: scope, asOf: asOf))
        return try LifecycleReport(
            events, event: meant, by: unit, from: from, through: through, asOf: asOf, in: state.calendar)
    }
}
