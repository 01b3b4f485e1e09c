import Customers
import Filters
import Segmentation

import struct Foundation.Decimal

extension Oracle {
    func times(of event: String, where predicate: Predicate? = nil, _ person: Person, _ now: Int64) -> [Int64] {
        rows(.named(event), person, now).filter { $0.satisfies(predicate) }.map(\.time)
    }

    func has(_ habit: Habit, _ person: Person, _ now: Int64) -> Bool {
        let ages = rows(habit.event, person, now).filter { $0.satisfies(habit.condition) }.map { now - $0.time }
        let length = 7 * Moment.dayLength
        let weeks = (0..<Int64(habit.ofLastWeeks)).count { week in
            ages.contains { $0 > week * length && $0 <= (week + 1) * length }
        }
        return weeks >= habit.atLeast
    }

    func has(_ change: Change, _ person: Person, _ now: Int64) -> Bool {
        let times = times(of: change.event, where: change.condition, person, now)
        let span = change.withinLast
        let middle = Moment.back(span, from: now)
        let start = Moment.back(Filters.Span(2 * span.count, span.unit), from: now)
        let isLate = times.contains { $0 >= middle }
        let isBefore = times.contains { $0 >= start && $0 < middle }
        switch change.kind {
        case .stopped: return isBefore && !isLate
        case .restarted: return isLate && !isBefore && times.contains { $0 < start }
        }
    }

    func stage(of times: [Int64], by period: Period, _ now: Int64) -> String? {
        let active = Set(times.map { Moment.number(of: period, at: $0) })
        let number = Moment.number(of: period, at: now)
        let before = active.contains(number - 1)
        guard active.contains(number) else { return before ? "dormant" : nil }
        return before ? "returning" : active.count == 1 ? "new" : "resurrected"
    }

    /// Compares the days, and the instant asked about, one after another.
    func moved(_ name: String, _ isEntry: Bool, _ range: TimeRange, _ person: Person, _ now: Int64) -> Bool {
        guard let rule = segments[name] else { return false }
        guard let first = firstInstant, first < now else { return false }
        let midnights = (Moment.day(first)...Moment.day(now)).map { $0 * Moment.dayLength }
        let points = midnights.filter { $0 < now } + [now]
        let states = points.map { holds(rule, person, $0) }
        return points.indices.dropFirst().contains { place in
            states[place] == isEntry && states[place - 1] != isEntry && contains(range, points[place] - 1, person, now)
        }
    }

    private var firstInstant: Int64? {
        let records = shop.people.flatMap(\.records)
        let changes = records.flatMap { $0.traits.values.flatMap { $0.changes.map(\.time) } }
        let done = records.flatMap { $0.events.map(\.time) + $0.orders.map(\.time) }
        let dated = shop.people.compactMap { person in
            person.records.contains { $0.since == nil } ? nil : person.records.compactMap(\.since).min()
        }
        return (changes + done + dated).min()
    }

    func isSampled(_ percent: DecimalLiteral, _ salt: String, _ person: Person) -> Bool {
        let identifier = person.records.flatMap(\.identifiers).min { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let number = ShopColumns.profiles(of: shop)[person.number]
        let hash = SHA256(Array((identifier ?? "#\(number)").utf8) + [0] + Array(salt.utf8)).bytes
        let value = hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        // As decimals: in binary fractions 36.52 times 100 is more than 3652.
        guard let exact = Decimal(string: percent.description) else { return false }
        return Decimal(value % 10_000) < exact * 100
    }
}

extension CohortPeriod {
    /// Whether a day lies in the period, weeks beginning on Monday.
    func contains(_ day: Int64) -> Bool {
        switch self {
        case .day(let date): Int64(date.dayNumber) == day
        case .week(let year, let week): Moment.week(of: day) == (year, week)
        case .month(let year, let month):
            Moment.number(of: .month, at: day * Moment.dayLength) == Int64(year * 12 + month - 1)
        }
    }
}
