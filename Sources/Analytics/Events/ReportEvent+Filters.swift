public import Customers
public import Filters

extension ReportEvent {
    /// Those who did it in a stretch of time; in all time where there is none.
    public func happened(_ time: TimeRange? = nil) -> Filter {
        .performed(Performance(name, where: condition, time: time))
    }

    /// Those who did not do it in a stretch of time.
    public func never(_ time: TimeRange) -> Filter {
        .performed(Performance(name, isNegated: true, where: condition, time: time))
    }

    /// Those who did it for the first time between two local days, both included.
    public func began(on days: ClosedRange<CivilDate>) -> Filter {
        switch name {
        case .named(let event):
            .occurrence(Occurrence(.first, event, where: condition, time: .days(days)))
        case .anything:
            .all([happened(.days(days)), never(.before(.date(days.lowerBound)))])
        }
    }
}

extension TimeRange {
    /// Whole local days, both ends included.
    public static func days(_ days: ClosedRange<CivilDate>) -> TimeRange {
        .between(.date(days.lowerBound), .date(days.upperBound))
    }
}

extension Filter {
    /// The filters joined with `and`, without groups within groups; everyone where there are none.
    public static func joining(_ filters: [Filter]) -> Filter {
        let parts = filters.flatMap { filter in
            if case .all(let operands) = filter { operands } else { [filter] }
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }
}
