import Customers
import Filters

/// Turns the times of a filter into stretches, seen from one instant.
struct TimeBinder: Sendable {
    let local: LocalTime
    /// The instant that a filter is asked about, in milliseconds since 1970.
    let now: Int64
    /// The type of a trait that gives a time, or an error for one that does not.
    let type: @Sendable (String) throws(BindingError.Reason) -> ValueType

    var today: Int { local.day(of: now) }

    /// The stretch of instants, in milliseconds.
    func instants(_ range: TimeRange) throws(BindingError.Reason) -> Window {
        switch range {
        case .withinLast(let span):
            Window(lower: .at(local.milliseconds(span, from: now, forward: false)), upper: .at(now))
        case .before(let point): Window(upper: try edge(point, rounding: .exact))
        case .after(let point): Window(lower: try edge(point, rounding: .next))
        case .on(let point): Window(lower: try edge(point, rounding: .day), upper: try edge(point, rounding: .nextDay))
        case .between(let first, let last):
            Window(lower: try edge(first, rounding: .exact), upper: try edge(last, rounding: .next))
        }
    }

    /// The stretch of instants that a length of time ahead covers.
    func instants(next span: Span) -> Window {
        Window(lower: .at(now), upper: .at(local.milliseconds(span, from: now, forward: true)))
    }

    private func edge(_ point: TimePoint, rounding: TraitEdge.Rounding) throws(BindingError.Reason) -> Edge {
        switch point {
        case .date(let date):
            let isEnd = rounding == .next || rounding == .nextDay
            return .at(local.midnight(of: Int(date.dayNumber) + (isEnd ? 1 : 0)))
        case .instant(let written): return .at(rounded(local.milliseconds(of: written), rounding))
        case .ago(let span): return .at(rounded(local.milliseconds(span, from: now, forward: false), rounding))
        case .trait(let name):
            guard try type(name) == .date else { return .trait(TraitEdge(trait: name, rounding: rounding)) }
            let isEnd = rounding == .next || rounding == .nextDay
            return .trait(TraitEdge(trait: name, rounding: isEnd ? .nextDay : .day))
        }
    }

    private func rounded(_ milliseconds: Int64, _ rounding: TraitEdge.Rounding) -> Int64 {
        switch rounding {
        case .exact: milliseconds
        case .next: milliseconds + 1
        case .day: local.midnight(of: local.day(of: milliseconds))
        case .nextDay: local.midnight(of: local.day(of: milliseconds) + 1)
        }
    }
}

extension TimeBinder {
    /// The stretch of dates, in days: the instant asked about stands for its local day, which is not yet past.
    ///
    /// None where the range names an instant within a day, with which a date cannot be compared.
    func days(_ range: TimeRange) throws(BindingError.Reason) -> Window? {
        switch range {
        case .withinLast(let span):
            return Window(lower: .at(Int64(local.day(span, from: now, forward: false))), upper: .at(Int64(today)))
        case .before(let point): return try dayEdge(point, .exact).map { Window(upper: $0) }
        case .after(let point): return try dayEdge(point, .next).map { Window(lower: $0) }
        case .on(let point): return try days(from: point, to: point)
        case .between(let first, let last): return try days(from: first, to: last)
        }
    }

    /// The stretch of dates that a length of time ahead covers, today included.
    func days(next span: Span) -> Window {
        let end = local.day(span, from: now, forward: true)
        return Window(lower: .at(Int64(today)), upper: .at(Int64(span.unit == .hours ? end + 1 : end)))
    }

    private func days(from first: TimePoint, to last: TimePoint) throws(BindingError.Reason) -> Window? {
        guard let lower = try dayEdge(first, .exact), let upper = try dayEdge(last, .next) else { return nil }
        return Window(lower: lower, upper: upper)
    }

    private func dayEdge(_ point: TimePoint, _ rounding: TraitEdge.Rounding) throws(BindingError.Reason) -> Edge? {
        let step: Int64 = rounding == .next ? 1 : 0
        switch point {
        case .date(let date): return .at(Int64(date.dayNumber) + step)
        case .instant: return nil
        case .ago(let span): return .at(Int64(local.day(span, from: now, forward: false)) + step)
        case .trait(let name):
            _ = try type(name)
            return .trait(TraitEdge(trait: name, rounding: rounding))
        }
    }
}
