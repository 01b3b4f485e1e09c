import Customers
import Terminal

extension ImportWizard {
    func read(_ context: Context) -> [String] {
        switch phase {
        case .path: return [context.say("import.ask", "Which file? Say its path.")]
        case .plan:
            guard let plan = preview.value else {
                return [
                    preview.failure.map { context.say($0) } ?? context.say("import.looking", "Looking into the file…")
                ]
            }
            let rows = Row.allCases.map { row in
                (row.rawValue == choices.selected ? "> " : "") + label(of: row, plan, context) + "."
            }
            let columns = plan.columns.enumerated().map { index, column in
                let column = decided(column)
                let sign = isInColumns && index == self.columns.selected ? "> " : ""
                return sign
                    + context.say(
                        "import.read.column", "%1 becomes %2, %3, %4; first values %5.", column.header, column.target,
                        name(ofRole: column.role, context), context.typeName(column.type),
                        column.samples.joined(separator: ", "))
            }
            let wrong = [preview.failure?.phrase, plan.problem].compactMap(\.self).map { context.say($0) }
            let news =
                (failure.map { [context.say($0)] } ?? [])
                + (rehearsal.map { [sentence(of: $0, context)] + firstRejects(of: $0, context) } ?? [])
                + wrong
            let notes = plan.notes.map { context.say($0) }
            return ["\(plan.path), \(format(of: plan, context))."] + news + rows + columns + notes
        case .reading:
            let share = share.map { Numbers.percent($0, places: 0) } ?? ""
            return [context.say("import.read.rows", "%1 rows read. %2", Numbers.grouped(progress?.rows ?? 0), share)]
        case .done:
            guard let result else { return [] }
            let counts = counts(of: result, context).map { "\($0.0) \(Numbers.grouped($0.1))" }
            let rejects = result.rejectsPath.map { [context.say("import.read.rejects", "Set aside in %1.", $0)] } ?? []
            return [counts.joined(separator: ", ") + "."] + rejects + firstRejects(of: result, context)
        }
    }
}
