import Analytics
import Columnar
import Customers
import Filters
import Segmentation

extension WorkspaceState {
    /// Reads which events a report means; an error shows its place in the text.
    func reportEvent(_ text: String, asOf: Instant) throws -> ReportEvent {
        _ = try checked(ReportEvent.question(text), asOf: asOf)
        return try ReportEvent(parsing: text)
    }

    /// The events that are meant before an instant.
    func runs(of event: ReportEvent, asOf: Instant) throws -> [EventRun] {
        try evaluator.runs(of: event.name, where: event.condition, asOf: asOf)
    }

    /// The people to whom a report is limited; all who exist where there is no scope.
    func people(in scope: String?, asOf: Instant) throws -> Bitmap {
        try scope.map { try members(of: $0, asOf: asOf) } ?? evaluator.base(asOf: asOf)
    }
}
