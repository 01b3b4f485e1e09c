import Customers
import Filters

/// Answers a filter for one person at a time, by the plainest reading of what the words mean, in UTC.
struct Oracle {
    let shop: Shop

    func members(of filter: Filter, asOf now: Int64) -> [Int] {
        shop.people.indices.filter { holds(filter, shop.people[$0], now) }
    }

    func exists(_ person: Person, _ now: Int64) -> Bool {
        person.records.contains { $0.since.map { $0 < now } ?? true }
    }

    private func holds(_ filter: Filter, _ person: Person, _ now: Int64) -> Bool {
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
                row.satisfies(occurrence.condition, now)
            }.map(\.time)
            let time = occurrence.which == .first ? times.min() : times.max()
            return time.map { contains(occurrence.time, $0, person, now) } ?? false
        default: return false
        }
    }

    /// A test with a negative word is the negation of its positive twin.
    private func passes(_ test: ValueTest, _ values: [Value], _ person: Person, _ now: Int64) -> Bool {
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
            row.satisfies(performance.condition, now)
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

    /// What a person did before an instant.
    private func rows(_ name: EventName, _ person: Person, _ now: Int64) -> [RowOracle] {
        let rows = person.records.flatMap { record in
            record.events.filter { $0.isMeant(by: name) }.map {
                RowOracle(time: $0.time, own: $0.properties, lines: nil)
            }
                + record.orders.filter { $0.isMeant(by: name) }.map {
                    RowOracle(time: $0.time, own: $0.properties, lines: $0.lines)
                }
        }
        return rows.filter { $0.time < now }
    }

    private func contains(_ range: TimeRange, _ time: Int64, _ person: Person, _ now: Int64) -> Bool {
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

/// An event or order with its properties.
struct RowOracle {
    let time: Int64
    let own: [String: Value]
    let lines: [[String: Value]]?

    func satisfies(_ predicate: Predicate?, _ now: Int64) -> Bool {
        guard let predicate else { return true }
        guard let lines, predicate.mentions(where: { isOfLine($0) }) else { return holds(predicate, [:], now) }
        return lines.contains { holds(predicate, $0, now) }
    }

    private func isOfLine(_ name: String) -> Bool {
        Shop.propertyTypes["orders"]?[name] == nil
            && Shop.propertyTypes["lines"]?[name == "product" ? "product_id" : name] != nil
    }

    private func holds(_ predicate: Predicate, _ line: [String: Value], _ now: Int64) -> Bool {
        switch predicate {
        case .all(let parts): return parts.allSatisfy { holds($0, line, now) }
        case .any(let parts): return parts.contains { holds($0, line, now) }
        case .not(let part): return !holds(part, line, now)
        case .property(let name, let test):
            let value = lines != nil && isOfLine(name) ? line[name == "product" ? "product_id" : name] : own[name]
            if let twin = test.positiveTwin { return !holds(.property(name, twin), line, now) }
            return value.map { ValueOracle(now: now).passes(test, $0) } ?? false
        }
    }
}

extension Predicate {
    fileprivate func mentions(where test: (String) -> Bool) -> Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains { $0.mentions(where: test) }
        case .not(let part): part.mentions(where: test)
        case .property(let name, _): test(name)
        }
    }
}
