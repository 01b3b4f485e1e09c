extension CivilDate {
    /// The date some days later, or earlier where negative; it stops at the years 1 and 9999.
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
        guard !overflow else { return days < 0 ? .earliest : .latest }
        let bounded = Swift.min(Swift.max(sum, Int(CivilDate.earliest.dayNumber)), Int(CivilDate.latest.dayNumber))
        return CivilDate(dayNumber: Int32(bounded))
    }

    /// The same day some months later, or earlier where negative, clipped to the end of its month.
    ///
    /// It stops at the years 1 and 9999.
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = components
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, sum >= CivilDate.years.lowerBound * 12 else { return months < 0 ? .earliest : .latest }
        guard sum / 12 <= CivilDate.years.upperBound else { return .latest }
        let length = CivilDate.days(inMonth: sum % 12 + 1, of: sum / 12)
        return CivilDate(unchecked: sum / 12, sum % 12 + 1, Swift.min(day, length))
    }

    /// The same day some years later, or earlier where negative; 29 February becomes 28 in common years.
    ///
    /// It stops at the years 1 and 9999.
    public func adding(years: Int) -> CivilDate {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        guard !overflow else { return years < 0 ? .earliest : .latest }
        return adding(months: months)
    }

    /// The first day of the date's month.
    public var monthStart: CivilDate {
        adding(days: 1 - day)
    }

    /// The first day of the date's week, for weeks that begin on a given day.
    public func weekStart(from first: Weekday) -> CivilDate {
        let past = (weekday.rawValue - first.rawValue + 7) % 7
        return adding(days: -past)
    }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday, which is 3 days after a Monday.
        let fromMonday = (Int(dayNumber) + 3) % 7
        return Weekday.allCases[fromMonday < 0 ? fromMonday + 7 : fromMonday]
    }
}

/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
}
