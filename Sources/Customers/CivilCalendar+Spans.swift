extension CivilCalendar {
    /// A unit in which calendar time is counted.
    public enum Unit: Hashable, Sendable, CaseIterable {
        case days, weeks, months, years
    }

    /// The local midnight that begins some calendar days, weeks, months or years before an instant's date.
    ///
    /// `midnight(3, .months, before: T)` is where `within last 3 calendar months` starts: midnight of the same day
    /// number three months back, clipped to the month's end. A week is seven days, wherever weeks begin.
    public func midnight(_ count: Int, _ unit: Unit, before instant: Instant) -> Instant {
        midnight(of: date(at: instant).adding(count == .min ? .max : -count, unit))
    }

    /// The local midnight that begins some calendar days, weeks, months or years after an instant's date.
    ///
    /// Months and years are clipped to the month's end.
    public func midnight(_ count: Int, _ unit: Unit, after instant: Instant) -> Instant {
        midnight(of: date(at: instant).adding(count, unit))
    }

    /// The first day of a date's week.
    public func weekStart(of date: CivilDate) -> CivilDate {
        date.weekStart(from: firstWeekday)
    }

    /// The local dates of many instants, as days since 1970-01-01.
    ///
    /// - Parameter milliseconds: instants in any order; neighbours that lie near each other are fastest.
    /// - Returns: one day number for each, in order.
    public func dayNumbers(of milliseconds: [Int64]) -> [Int32] {
        var held = 0
        var start = offsets.starts[0]
        var end = offsets.end(of: 0)
        var offset = offsets.offsets[0]
        return milliseconds.map { instant in
            if instant < start || instant >= end {
                held = offsets.index(at: instant)
                (start, end, offset) = (offsets.starts[held], offsets.end(of: held), offsets.offsets[held])
            }
            let days = instant.addingClamped(offset).quotientAndRemainder(flooringBy: Instant.millisecondsInDay)
            return Int32(clamping: days.quotient)
        }
    }
}

extension CivilDate {
    /// The date some calendar units later, or earlier where negative.
    ///
    /// Months and years are clipped to the month's end; it stops at the years 1 and 9999.
    public func adding(_ count: Int, _ unit: CivilCalendar.Unit) -> CivilDate {
        switch unit {
        case .days: return adding(days: count)
        case .weeks:
            let (days, overflow) = count.multipliedReportingOverflow(by: 7)
            return adding(days: overflow ? (count < 0 ? .min : .max) : days)
        case .months: return adding(months: count)
        case .years: return adding(years: count)
        }
    }
}
