/// Birth dates by the age that they give on a day.
///
/// Someone born on 29 February grows older on the 28th in common years.
struct Ages {
    /// The day asked about, in days since 1970-01-01.
    let today: Int

    /// The birth dates of those whose age lies in a range, in days since 1970-01-01; a date after `today` gives no age.
    func births(aged ages: ClosedRange<Int64>) -> ClosedRange<Int64>? {
        guard ages.upperBound >= 0 else { return nil }
        let youngest = latestBirth(aged: Int(max(0, min(ages.lowerBound, 5000))))
        let oldest = ages.upperBound >= 5000 ? Int.min / 2 : latestBirth(aged: Int(ages.upperBound) + 1) + 1
        return oldest <= youngest ? Int64(oldest)...Int64(youngest) : nil
    }

    /// The last birth date with which one is at least so old.
    private func latestBirth(aged years: Int) -> Int {
        let candidate = GregorianDay(today).adding(months: -12 * years).number
        let isOldEnough = GregorianDay(candidate + 1).adding(months: 12 * years).number <= today
        return isOldEnough ? candidate + 1 : candidate
    }
}
