import Customers
public import Filters

extension RetentionReport {
    /// The people of a cohort: `in cohort 2026-03 of purchase`.
    public func filter(cohort: Int) -> Filter {
        if case .named(let event) = start.name, start.condition == nil {
            return .cohort(cohorts[cohort].period, event: event)
        }
        return start.began(on: cohorts[cohort].days)
    }

    /// The people of a cohort who came back in a period, and with `countsLater` in it or later.
    ///
    /// - Precondition: the cell is one of the cohort's that has figures.
    public func filter(cohort: Int, cell: Int) -> Filter {
        let first = edges[cohort + cell]
        let time: TimeRange =
            if options.countsLater {
                .after(.date(first.adding(days: -1)))
            } else {
                .days(first...edges[cohort + cell + 1].adding(days: -1))
            }
        return .joining([filter(cohort: cohort), returning.happened(time)])
    }

    /// The people of all cohorts for which the period of a cell has passed who came back in it.
    ///
    /// None where there is no such cohort.
    public func filter(average cell: Int) -> Filter? {
        let passed = cohorts.indices.filter { cohorts[$0].people[cell] != nil && cohorts[$0].size > 0 }
        let filters = passed.map { filter(cohort: $0, cell: cell) }
        return filters.count == 1 ? filters[0] : filters.isEmpty ? nil : .any(filters)
    }
}
