import Customers
import Filters

/// Answers a filter for one person at a time, by the plainest reading of what the words mean, in UTC.
struct Oracle {
    let shop: Shop
    /// The rules of saved segments.
    var segments: [String: Filter] = [:]

    func members(of filter: Filter, asOf now: Int64) -> [Int] {
        shop.people.indices.filter { holds(filter, shop.people[$0], now) }
    }

    func exists(_ person: Person, _ now: Int64) -> Bool {
        person.records.contains { $0.since.map { $0 < now } ?? true }
    }

    func holds(_ filter: Filter, _ person: Person, _ now: Int64) -> Bool {
        guard exists(person, now) else { return false }
        switch filter {
        case .all(let parts): return parts.allSatisfy { holds($0, person, now) }
        case .any(let parts): return parts.contains { holds($0, person, now) }
        case .not(let part): return !holds(part, person, now)
        case .asOf(let point, let part): return holds(part, person, Moment.start(of: point, now) ?? now)
        case .trait("age", let test):
            return passes(
                test, birthdays(person, now).map { .integer(Moment.age($0, on: Moment.day(now))) }, person, now)
        case .trait(let name, let test): return passes(test, values(name, person, now), person, now)
        case .anniversary(let name, let span):
            let days = Int64(span.unit == .weeks ? 7 * span.count : span.count)
            return values(name, person, now).contains { value in
                guard case .date(let date) = value else { return false }
                return (0..<days).contains { Moment.isAnniversary(of: Int64(date.dayNumber), on: Moment.day(now) + $0) }
            }
        case .performed(let performance): return performed(performance, person, now)
        case .occurrence(let occurrence):
            let times = rows(.named(occurrence.event), person, now).filter { row in
                row.satisfies(occurrence.condition)
            }.map(\.time)
            let time = occurrence.which == .first ? times.min() : times.max()
            return time.map { contains(occurrence.time, $0, person, now) } ?? false
        case .sequence(let sequence): return goes(through: sequence, person, now)
        case .habit(let habit): return has(habit, person, now)
        case .change(let change): return has(change, person, now)
        case .cart(let cart): return has(cart, person, now)
        case .aggregate(let aggregate): return holds(aggregate, person, now)
        case .lifecycle(let event, let period, let stage):
            return self.stage(of: times(of: event, person, now), by: period, now) == stage
        case .cohort(let period, let event):
            return times(of: event, person, now).min().map { period.contains(Moment.day($0)) } ?? false
        case .membership(.member(let name)): return segments[name].map { holds($0, person, now) } ?? false
        case .membership(.entered(let name, let range)): return moved(name, true, range, person, now)
        case .membership(.left(let name, let range)): return moved(name, false, range, person, now)
        case .sample(let percent, let salt): return isSampled(percent, salt, person)
        case .derived, .reachable, .consents, .funnelStep: return false
        }
    }

    /// A test with a negative word is the negation of its positive twin.
    func passes(_ test: ValueTest, _ values: [Value], _ person: Person, _ now: Int64) -> Bool {
        if let twin = test.positiveTwin { return !passes(twin, values, person, now) }
        return values.contains { value in
            if case .time(let range) = test, case .timestamp(let instant) = value {
                return contains(range, instant.milliseconds, person, now)
            }
            return ValueOracle(now: now).passes(test, value)
        }
    }

    private func values(_ name: String, _ person: Person, _ now: Int64) -> [Value] {
        person.records.compactMap { $0.traits[name]?.value(at: now) }
    }

    private func birthdays(_ person: Person, _ now: Int64) -> [Int64] {
        values("birth", person, now).compactMap { value in
            if case .date(let date) = value, Int64(date.dayNumber) <= Moment.day(now) {
                Int64(date.dayNumber)
            } else {
                nil
            }
        }
    }

    private func performed(_ performance: Performance, _ person: Person, _ now: Int64) -> Bool {
        let count = rows(performance.event, person, now).count { row in
            row.satisfies(performance.condition)
                && (performance.time.map { contains($0, row.time, person, now) } ?? true)
        }
        if performance.isNegated { return count == 0 }
        return switch performance.count {
        case nil: count >= 1
        case .atLeast(let n): count >= n
        case .atMost(let n): count <= n
        case .exactly(let n): count == n
        case .lessThan(let n): count < n
        case .moreThan(let n): count > n
        case .between(let n, let m): count >= n && count <= m
        }
    }

    /// What a person did before an instant, in time order.
    func rows(_ name: EventName, _ person: Person, _ now: Int64) -> [RowOracle] {
        func row(_ time: Int64, _ own: [String: Value], _ lines: [[String: Value]]?) -> RowOracle {
            RowOracle(time: time, own: own, lines: lines, now: now) { contains($0, $1, person, now) }
        }
        let rows = person.records.flatMap { record in
            record.events.filter { $0.isMeant(by: name) }.map { row($0.time, $0.properties, nil) }
                + record.orders.filter { $0.isMeant(by: name) }.map { row($0.time, $0.properties, $0.lines) }
        }
        return rows.filter { $0.time < now }.sorted { $0.time < $1.time }
    }

    func contains(_ range: TimeRange, _ time: Int64, _ person: Person, _ now: Int64) -> Bool {
        Moment.contains(range, time, now) { name in
            values(name, person, now).compactMap { value in
                switch value {
                case .timestamp(let instant): .instant(instant.milliseconds)
                case .date(let date): .day(Int64(date.dayNumber))
                default: nil
                }
            }.min { $0.start < $1.start }
        }
    }
}

extension Event {
    fileprivate func isMeant(by name: EventName) -> Bool {
        name == .anything ? !isCovered : name == .named(self.name) && !isCovered
    }
}

extension Order {
    fileprivate func isMeant(by name: EventName) -> Bool {
        name == .anything || name == .named("order") || (name == .named("purchase") && !isCancelled)
    }
}
