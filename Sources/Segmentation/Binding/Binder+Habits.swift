import Customers
import Filters
import Phrases

extension Binder {
    func habit(_ habit: Habit, _ times: TimeBinder) throws(BindingError.Reason) -> Plan.Condition {
        let events = try events(habit.event, where: habit.condition, nil, times)
        return .habit(events, atLeast: habit.atLeast, ofLastWeeks: habit.ofLastWeeks)
    }

    /// Those who did in the length of time before the last one and not in the last (`stopped`), or who did in the last,
    /// not in the one before, but earlier (`restarted`).
    func change(_ change: Change, _ times: TimeBinder) throws(BindingError.Reason) -> Plan.Condition {
        let events = try events(.named(change.event), where: change.condition, nil, times)
        let span = change.withinLast
        let (double, overflow) = span.count.multipliedReportingOverflow(by: 2)
        let middle = times.local.milliseconds(span, from: times.now, forward: false)
        let start = times.local.milliseconds(
            Span(overflow ? .max : double, span.unit), from: times.now, forward: false)
        let (before, last) = (Window(lower: .at(start), upper: .at(middle)), Window(lower: .at(middle)))
        switch change.kind {
        case .stopped: return .performed([events.happened(in: before), events.happened(in: last, never: true)])
        case .restarted:
            return .performed([
                events.happened(in: last), events.happened(in: before, never: true),
                events.happened(in: Window(upper: .at(start))),
            ])
        }
    }

    /// The stages of the period that holds the instant asked about, of which only what is past counts.
    func lifecycle(
        of event: String, by period: Period, _ stage: String, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        let events = try events(.named(event), where: nil, nil, times)
        let start = times.local.start(of: period, at: times.now)
        let before = times.local.start(of: period, at: start - 1)
        let (now, last) = (Window(lower: .at(start)), Window(lower: .at(before), upper: .at(start)))
        switch stage {
        case "new":
            return .performed([
                events.happened(in: now), events.happened(in: Window(upper: .at(start)), never: true),
            ])
        case "returning": return .performed([events.happened(in: now), events.happened(in: last)])
        case "resurrected":
            return .performed([
                events.happened(in: now), events.happened(in: last, never: true),
                events.happened(in: Window(upper: .at(before))),
            ])
        case "dormant": return .performed([events.happened(in: last), events.happened(in: now, never: true)])
        default: throw .notYet(Phrase("fault.notyet.stage", "the stage ‘%1’ of a lifecycle", stage))
        }
    }

    /// Those whose first such event falls in a calendar period.
    func cohort(
        _ period: CohortPeriod, of event: String, _ times: TimeBinder
    ) throws(BindingError.Reason) -> Plan.Condition {
        var events = try events(.named(event), where: nil, nil, times)
        let days = period.days(in: times.local.calendar)
        events.window = Window(
            lower: .at(times.local.midnight(of: Int(days.lowerBound.dayNumber))),
            upper: .at(times.local.midnight(of: Int(days.upperBound.dayNumber))))
        return .occurrence(.first, events)
    }
}

extension EventCondition {
    /// That one happened in a stretch of time, or that none did.
    fileprivate func happened(in window: Window, never: Bool = false) -> EventCount {
        var events = self
        events.window = window
        return EventCount(events: events, bounds: never ? CountBounds(least: 0, most: 0) : CountBounds(nil))
    }
}

extension LocalTime {
    /// The instant at which the calendar period begins that holds another instant.
    fileprivate func start(of period: Period, at instant: Int64) -> Int64 {
        let date = calendar.date(at: Instant(milliseconds: instant))
        let first: CivilDate =
            switch period {
            case .day: date
            case .week: calendar.weekStart(of: date)
            case .month: date.monthStart
            }
        return calendar.midnight(of: first).milliseconds
    }
}

extension CohortPeriod {
    /// The first day of the period, and the first after it.
    ///
    /// A week is the one of the workspace that holds the Thursday by which ISO 8601 numbers weeks.
    fileprivate func days(in calendar: CivilCalendar) -> Range<CivilDate> {
        switch self {
        case .day(let date): return date..<date.adding(days: 1)
        case .week(let year, let week):
            // 4 January always lies in the first week.
            let fourth = CivilDate(year: year, month: 1, day: 4) ?? .earliest
            let thursday = fourth.weekStart(from: .monday).adding(days: 7 * (week - 1) + 3)
            let first = calendar.weekStart(of: thursday)
            return first..<first.adding(days: 7)
        case .month(let year, let month):
            let first = CivilDate(year: year, month: month, day: 1) ?? .earliest
            return first..<first.adding(months: 1)
        }
    }
}
