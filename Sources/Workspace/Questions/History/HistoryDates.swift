import Analytics
public import Customers
public import Filters

/// The dates of a history: the local midnights that begin periods, and the end of the stretch of time.
public struct HistoryDates: Sendable {
    /// How many periods are shown where no beginning is said.
    private static let usual = [Period.day: 30, .week: 26, .month: 24]

    public let dates: [Instant]

    /// - Parameters:
    ///   - period: the length of the periods.
    ///   - first: where they begin; none for a usual number of periods before the end.
    ///   - last: the end, which is a date too.
    ///   - calendar: the workspace's.
    public init(by period: Period, from first: Instant?, to last: Instant, in calendar: CivilCalendar) {
        var day = calendar.date(at: first ?? last)
        if first == nil { day = day.adding(-(Self.usual[period] ?? 30), period.unit) }
        day = period.start(of: day, in: calendar)
        var dates: [Instant] = []
        while true {
            let date = calendar.midnight(of: day)
            guard date < last else { break }
            if date >= first ?? date { dates.append(date) }
            let next = day.adding(1, period.unit)
            guard next > day else { break }
            day = next
        }
        self.dates = dates + [last]
    }
}
