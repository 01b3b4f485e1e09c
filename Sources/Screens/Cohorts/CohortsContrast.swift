import Analytics
import Filters
import Terminal

extension Cohorts {
    /// What sets those of a cohort who came back apart from those who did not; of a whole cohort, from everybody else.
    func contrast(_ context: inout Context) {
        guard let report = report.value, !isOnAverage, report.cohorts[place].people[cell] != nil, cell > 0 else {
            return context.steps.append(.push(Contrast(name(context), filter: filter)))
        }
        context.steps.append(
            .push(
                Contrast(
                    name(context), filter: filter,
                    against: context.say("cohorts.rest", "the rest of %1", report.cohorts[place].period.text),
                    report.filter(cohort: place).text)))
    }
}
