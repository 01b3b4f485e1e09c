public import Customers
import Filters

extension ReportPeriods {
    /// Stretches of so many days one after the other, the last of which ends with a day.
    ///
    /// - Precondition: there is a stretch or more, of a day or more.
    public init(stretches: Int, of days: Int, through last: CivilDate, in calendar: CivilCalendar) {
        precondition(stretches > 0 && days > 0, "no days to report on")
        unit = .day
        edges = (0...stretches).map { last.adding(days: 1 - (stretches - $0) * days) }
        bounds = edges.map { calendar.midnight(of: $0).milliseconds }
    }
}
