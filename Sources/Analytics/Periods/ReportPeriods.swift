public import Customers
public import Filters

/// The days, weeks or months of a report, in the workspace's zone.
public struct ReportPeriods: Hashable, Sendable {
    /// The length of a period.
    public let unit: Period
    /// The first local day of each period, rising, and the day after the last one.
    public let edges: [CivilDate]
    /// The instants at which periods begin, and the end of the last one, in milliseconds since 1970.
    public let bounds: [Int64]

    /// The periods between two local days, both included; the first and the last are cut to them.
    ///
    /// - Precondition: `first` is not after `last`.
    public init(by unit: Period, from first: CivilDate, through last: CivilDate, in calendar: CivilCalendar) {
        precondition(first <= last, "periods that end before they begin")
        let end = last.adding(days: 1)
        var edges = [first]
        while let next = edges.last.map({ unit.next(after: $0, in: calendar) }), next < end,
            next > edges[edges.count - 1]
        {
            edges.append(next)
        }
        self.unit = unit
        self.edges = edges + [end]
        bounds = self.edges.map { calendar.midnight(of: $0).milliseconds }
    }

    /// Whole periods: from the one that holds a day through the one that holds another.
    public init(
        by unit: Period, wholeFrom first: CivilDate, through last: CivilDate, in calendar: CivilCalendar
    ) {
        let start = unit.start(of: min(first, last), in: calendar)
        let end = unit.next(after: last, in: calendar).adding(days: -1)
        self.init(by: unit, from: start, through: max(start, end), in: calendar)
    }

    /// The number of periods, 1 or more.
    public var count: Int { edges.count - 1 }

    /// The first and the last local day of a period.
    public func days(of period: Int) -> ClosedRange<CivilDate> { edges[period]...edges[period + 1].adding(days: -1) }

    /// The stretch of time of a period, in milliseconds since 1970.
    public func span(of period: Int) -> Range<Int64> { bounds[period]..<bounds[period + 1] }

    /// All of the time that is reported on.
    public var span: Range<Int64> { bounds[0]..<bounds[bounds.count - 1] }

    /// The period that holds an instant; none outside of all.
    ///
    /// - Complexity: O(1) in practice, O(log `count`) at worst
    public func index(of time: Int64) -> Int? { bounds.stretch(holding: time) }
}

extension Period {
    /// The first day of the period that holds a day.
    public func start(of day: CivilDate, in calendar: CivilCalendar) -> CivilDate {
        switch self {
        case .day: day
        case .week: calendar.weekStart(of: day)
        case .month: day.monthStart
        }
    }

    /// The first day of the period after the one that holds a day.
    public func next(after day: CivilDate, in calendar: CivilCalendar) -> CivilDate {
        start(of: day, in: calendar).adding(1, unit)
    }

    /// The step from one period to the next.
    public var unit: CivilCalendar.Unit {
        switch self {
        case .day: .days
        case .week: .weeks
        case .month: .months
        }
    }
}
