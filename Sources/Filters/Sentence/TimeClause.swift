import Customers
import Phrases

extension Span {
    /// Such as `30 days`, `3 calendar months`.
    var phrase: Phrase {
        let number = "\(count)"
        return switch unit {
        case .minutes: Phrase("sentence.minutes", one: "%1 minute", other: "%1 minutes", count: count, number)
        case .hours: Phrase("sentence.hours", one: "%1 hour", other: "%1 hours", count: count, number)
        case .days: Phrase("sentence.days", one: "%1 day", other: "%1 days", count: count, number)
        case .weeks: Phrase("sentence.weeks", one: "%1 week", other: "%1 weeks", count: count, number)
        case .calendarDays:
            Phrase("sentence.calendar.days", one: "%1 calendar day", other: "%1 calendar days", count: count, number)
        case .calendarWeeks:
            Phrase("sentence.calendar.weeks", one: "%1 calendar week", other: "%1 calendar weeks", count: count, number)
        case .calendarMonths:
            Phrase(
                "sentence.calendar.months", one: "%1 calendar month", other: "%1 calendar months", count: count, number)
        case .calendarYears:
            Phrase("sentence.calendar.years", one: "%1 calendar year", other: "%1 calendar years", count: count, number)
        }
    }

    /// Such as `within 7 days`.
    var within: Phrase { Phrase("sentence.within", "within %1").with(phrase) }
}

extension TimeRange {
    /// Such as `in the last 30 days`.
    var phrase: Phrase {
        switch self {
        case .withinLast(let span): Phrase("sentence.last", "in the last %1").with(span.phrase)
        case .before(let point): Phrase("sentence.before", "before %1").with(point.phrase)
        case .after(let point): Phrase("sentence.after", "after %1").with(point.phrase)
        case .on(let point): Phrase("sentence.on", "on %1").with(point.phrase)
        case .between(let lower, let upper):
            Phrase("sentence.between", "between %1 and %2").with(lower.phrase, upper.phrase)
        }
    }
}

extension TimePoint {
    /// Such as `1 January 2026`, `30 days ago`, `their subscription date`.
    var phrase: Phrase {
        switch self {
        case .date(let date): date.phrase
        case .instant(let instant): instant.phrase
        case .ago(let span): Phrase("sentence.ago", "%1 ago").with(span.phrase)
        case .trait(let name): Phrase("sentence.their", "their %1", spoken(name))
        }
    }
}

extension CivilDate {
    /// Such as `31 January 2026`.
    var phrase: Phrase {
        let (year, month, day) = components
        return Phrase("sentence.date", "%1 %3 %2", "\(day)", "\(year)").with(monthName(month))
    }
}

extension LocalInstant {
    /// Such as `10:00 on 1 May 2026`.
    var phrase: Phrase {
        let written = text.split(separator: "T")
        return Phrase("sentence.instant", "%1 on %2", String(written.last ?? "")).with(date.phrase)
    }
}

/// The name of a month, 1 to 12, as it stands in a date.
func monthName(_ month: Int) -> Phrase {
    let names = [
        Phrase("sentence.month.1", "January"), Phrase("sentence.month.2", "February"),
        Phrase("sentence.month.3", "March"),
        Phrase("sentence.month.4", "April"), Phrase("sentence.month.5", "May"), Phrase("sentence.month.6", "June"),
        Phrase("sentence.month.7", "July"), Phrase("sentence.month.8", "August"),
        Phrase("sentence.month.9", "September"),
        Phrase("sentence.month.10", "October"), Phrase("sentence.month.11", "November"),
        Phrase("sentence.month.12", "December"),
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : Phrase(verbatim: String(month))
}
