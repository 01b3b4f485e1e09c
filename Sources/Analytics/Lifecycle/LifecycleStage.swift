public import Customers
public import Filters

/// What a person is in a period, by what they did in it, in the one before and earlier.
public enum LifecycleStage: String, Hashable, Sendable, CaseIterable {
    /// Active for the first time ever.
    case new
    /// Active, and in the period before too.
    case returning
    /// Active again, but not in the period before.
    case resurrected
    /// Active in the period before, and no longer.
    case dormant

    /// The people of the stage.
    ///
    /// `event`: what being active is; `period`: its local days; `before`: those of the period that ends the day before.
    public func filter(
        of event: ReportEvent, in period: ClosedRange<CivilDate>, after before: ClosedRange<CivilDate>
    ) -> Filter {
        switch self {
        case .new: event.began(on: period)
        case .returning: .all([event.happened(.days(period)), event.happened(.days(before))])
        case .resurrected:
            .all([
                event.happened(.days(period)), event.never(.days(before)),
                event.happened(.before(.date(before.lowerBound))),
            ])
        case .dormant: .all([event.happened(.days(before)), event.never(.days(period))])
        }
    }
}
