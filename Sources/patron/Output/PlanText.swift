import Customers
import Intake

/// Says what will be done with a file.
struct PlanText {
    let plan: FilePlan
    let path: String

    /// Prints the kind and the columns beside the results.
    func note() {
        Printer.note("\(path): \(plan.kind.rawValue) from ‘\(plan.source)’")
        let columns = plan.columns.map { column in
            switch column.role {
            case .identifier(let kind): "\(column.header) → identifier \(kind)"
            case .key: "\(column.header) → id"
            case .eventName: "\(column.header) → event"
            case .time: "\(column.header) → time"
            case .property:
                column.header == column.target
                    ? "\(column.header) \(column.type.rawValue)"
                    : "\(column.header) → \(column.target) \(column.type.rawValue)"
            case .ignored: "\(column.header) ignored"
            }
        }
        Printer.note("  " + columns.joined(separator: ", "))
        for note in plan.notes { Printer.note("  note: \(note)") }
    }
}
