import Customers

/// Birth dates by the age that they give on a day.
///
/// Someone born on 29 February grows older on the 28th in common years.
struct Ages {
    /// The day asked about.
    let today: CivilDate

    /// Nobody is older.
    private static let limit: Int64 = 1000

    /// The birth dates of those whose age lies in a range, in days since 1970-01-01; a date after `today` gives no age.
    func births(aged ages: ClosedRange<Int64>) -> ClosedRange<Int64>? {
        guard ages.upperBound >= 0 else { return nil }
        let youngest = Int64(latestBirth(aged: min(max(0, ages.lowerBound), Self.limit)).dayNumber)
        guard ages.upperBound < Self.limit else { return .min...youngest }
        let oldest = Int64(latestBirth(aged: ages.upperBound + 1).dayNumber) + 1
        return oldest <= youngest ? oldest...youngest : nil
    }

    /// The last birth date with which one is at least so old.
    private func latestBirth(aged years: Int64) -> CivilDate {
        let candidate = today.adding(years: -Int(years))
        let next = candidate.adding(days: 1)
        return next.adding(years: Int(years)) <= today ? next : candidate
    }
}
