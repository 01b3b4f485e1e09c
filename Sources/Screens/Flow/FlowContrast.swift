import Analytics
import Filters
import Terminal

extension Flow {
    /// What sets those who went from one state to another apart from the others who were in the first.
    func contrast(_ context: inout Context) {
        guard let matrix = matrix.value else { return }
        context.steps.append(
            .push(
                Contrast(
                    name(context), filter: filter,
                    against: context.say("cohorts.rest", "the rest of %1", name(of: row, context)),
                    matrix.filter(started: row).text)))
    }
}
