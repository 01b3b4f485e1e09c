public import Customers
public import Filters

/// What people may be at both dates of a flow.
public struct FlowState: Hashable, Sendable {
    /// As the reader knows it: a segment's name, a group, a stage.
    public let name: String
    /// Its people at the first date.
    public let before: Filter
    /// Its people at the second.
    public let after: Filter
    /// Whether the rule is the same at every date, so that people can be seen to arrive.
    public var isTimeless: Bool { before == after }

    /// A state with one rule at every date.
    public init(_ name: String, _ filter: Filter) {
        self.init(name, before: filter, after: filter)
    }

    public init(_ name: String, before: Filter, after: Filter) {
        self.name = name
        self.before = before
        self.after = after
    }

    /// The groups of the RFM report.
    public static var rfmGroups: [FlowState] { RFMGroup.allCases.map { FlowState($0.name, .rfm(group: $0)) } }

    /// The stages of the periods that hold the last moments before the two dates.
    public static func stages(
        of event: ReportEvent, by unit: Period, in period: FlowPeriod, calendar: CivilCalendar
    ) -> [FlowState] {
        let (before, after) = (
            stages(of: event, by: unit, before: period.start, calendar),
            stages(of: event, by: unit, before: period.end, calendar)
        )
        return LifecycleStage.allCases.indices.map {
            FlowState(LifecycleStage.allCases[$0].rawValue, before: before[$0], after: after[$0])
        }
    }

    private static func stages(
        of event: ReportEvent, by unit: Period, before instant: Instant, _ calendar: CivilCalendar
    ) -> [Filter] {
        let day = calendar.date(at: Instant(milliseconds: instant.milliseconds - 1))
        let first = unit.start(of: day, in: calendar)
        let last = unit.next(after: day, in: calendar).adding(days: -1)
        let dayBefore = first.adding(days: -1)
        return LifecycleStage.allCases.map {
            $0.filter(of: event, in: first...last, after: unit.start(of: dayBefore, in: calendar)...dayBefore)
        }
    }
}

/// What a matrix of flows goes between.
public enum FlowStates: Hashable, Sendable {
    /// Saved or ready segments by name, or filters; of several that hold a person the first counts.
    case segments([String])
    /// The groups of the RFM report.
    case rfm
    /// The stages of a lifecycle by an event.
    case lifecycle(event: String, by: Period)
}
