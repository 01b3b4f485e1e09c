extension CivilDate {
    /// The day in a year on which this date is celebrated: 29 February counts as 28 February in common years.
    public func anniversary(in year: Int) -> CivilDate {
        let (_, month, day) = components
        return CivilDate(unchecked: year, month, Swift.min(day, CivilDate.days(inMonth: month, of: year)))
    }

    /// How many days lie between a date and the next anniversary of this one.
    ///
    /// - Returns: 0 on the anniversary itself, up to 365.
    public func daysUntilAnniversary(from date: CivilDate) -> Int {
        let year = date.year
        let next = anniversary(in: year)
        let chosen = next >= date ? next : anniversary(in: year + 1)
        return Int(chosen.dayNumber) - Int(date.dayNumber)
    }

    /// The whole years from this date to a later one, such as the age of a person born on it.
    ///
    /// - Returns: 0 from the date to the eve of its first anniversary; nothing for a day before the date.
    public func wholeYears(at date: CivilDate) -> Int? {
        guard date >= self else { return nil }
        let years = date.year - year
        return date >= anniversary(in: date.year) ? years : years - 1
    }
}
