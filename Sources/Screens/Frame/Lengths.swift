import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// Lengths of time, days and named groups in the language of the interface.
extension Context {
    /// `40 s`, `3 h 20 m`.
    func duration(_ seconds: Double) -> String {
        Durations.text(
            seconds, days: say("unit.day", "d"), hours: say("unit.hour", "h"), minutes: say("unit.minute", "m"),
            seconds: say("unit.second", "s"))
    }

    /// `18 d`.
    func days(_ count: Int) -> String { "\(count) " + say("unit.day", "d") }

    /// `7 days`, `1 calendar month`.
    func span(_ span: Filters.Span) -> String {
        func say(_ key: String, _ one: String, _ other: String) -> String {
            self.say(Phrase(key, one: one, other: other, count: span.count, "\(span.count)"))
        }
        switch span.unit {
        case .minutes: return say("span.minutes", "%1 minute", "%1 minutes")
        case .hours: return say("span.hours", "%1 hour", "%1 hours")
        case .days: return say("span.days", "%1 day", "%1 days")
        case .weeks: return say("span.weeks", "%1 week", "%1 weeks")
        case .calendarDays: return say("span.calendar.days", "%1 calendar day", "%1 calendar days")
        case .calendarWeeks: return say("span.calendar.weeks", "%1 calendar week", "%1 calendar weeks")
        case .calendarMonths: return say("span.calendar.months", "%1 calendar month", "%1 calendar months")
        case .calendarYears: return say("span.calendar.years", "%1 calendar year", "%1 calendar years")
        }
    }

    func name(of day: Weekday) -> String {
        switch day {
        case .monday: say("weekday.monday", "Monday")
        case .tuesday: say("weekday.tuesday", "Tuesday")
        case .wednesday: say("weekday.wednesday", "Wednesday")
        case .thursday: say("weekday.thursday", "Thursday")
        case .friday: say("weekday.friday", "Friday")
        case .saturday: say("weekday.saturday", "Saturday")
        case .sunday: say("weekday.sunday", "Sunday")
        }
    }

    /// A group of RFM, named as in the filter language, as screens show it.
    func groupName(_ name: String) -> String { RFMGroup(rawValue: name).map { say($0.phrase) } ?? name }
}
