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

    /// All purchases before an instant with what each brought, after refunds or with `takesGross` before them.
    func revenueRuns(takesGross: Bool, asOf: Instant) throws -> [RevenueRun] {
        try evaluator.runs(of: .named("purchase"), asOf: asOf).map { run in
            guard run.isOfOrders else { return RevenueRun(run, amounts: Self.revenue(of: run)) }
            return RevenueRun(run, amounts: takesGross ? amounts.gross : amounts.net)
        }
    }

    /// What purchases that are no orders brought; nothing where a row has no amount of money.
    private static func revenue(of run: EventRun) -> [Int64] {
        let column = run.properties["revenue"]
        return (0..<run.times.count).map { row in
            guard case .integer(let amount, .money)? = column?[row] else { return 0 }
            return amount
        }
    }

    /// The people to whom a report is limited; all who exist where there is no scope.
    func people(in scope: String?, asOf: Instant) throws -> Bitmap {
        try scope.map { try members(of: $0, asOf: asOf) } ?? evaluator.base(asOf: asOf)
    }
}
