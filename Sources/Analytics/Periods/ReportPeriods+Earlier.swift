public import Customers
import Filters

extension ReportPeriods {
    /// The same periods, which also tell in which period before them an instant lies, back to a day.
    ///
    /// The days before a first period that is cut belong to the rest of that period.
    ///
    /// - Complexity: O(periods back to the day)
    public func reaching(backTo day: CivilDate, in calendar: CivilCalendar) -> ReportPeriods {
        var start = edges[0]
        guard day < start else { return self }
        let length = Int(edges[1].dayNumber - edges[0].dayNumber)
        var starts = [bounds[0]]
        while day < start {
            start = unit == .day ? start.adding(days: -length) : unit.start(of: start.adding(days: -1), in: calendar)
            starts.append(calendar.midnight(of: start).milliseconds)
        }
        var periods = self
        periods.earlier = starts.reversed()
        return periods
    }
}
