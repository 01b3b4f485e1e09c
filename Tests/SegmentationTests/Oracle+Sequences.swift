import Customers
import Filters

extension Oracle {
    /// Tries every event for every step.
    func goes(through sequence: EventSequence, _ person: Person, _ now: Int64) -> Bool {
        let joins = sequence.steps.compactMap(\.join)
        return rows(.named(sequence.event), person, now).contains { row in
            guard row.satisfies(sequence.condition),
                sequence.time.map({ contains($0, row.time, person, now) }) ?? true
            else { return false }
            let keys = row.keys(by: joins, where: sequence.condition)
            return goesOn(from: row.time, keys, sequence.steps[...], joins, person, now)
        }
    }

    private func goesOn(
        from instant: Int64, _ keys: [EventSequence.Step.Join: Set<String>], _ steps: ArraySlice<EventSequence.Step>,
        _ joins: [EventSequence.Step.Join], _ person: Person, _ now: Int64
    ) -> Bool {
        guard let step = steps.first else { return true }
        let last = step.within.map { Moment.back($0, from: instant, sign: 1) } ?? now - 1
        let following = rows(.named(step.event), person, now).compactMap { row in
            var keysThere = row.keys(by: joins, where: step.condition)
            if let join = step.join { keysThere[join] = (keys[join] ?? []).intersection(keysThere[join] ?? []) }
            let isMeant =
                row.satisfies(step.condition) && row.time > instant && row.time <= last
                && step.join.map { keysThere[$0]?.isEmpty == false } ?? true
            return isMeant ? (time: row.time, keys: keysThere) : nil
        }
        guard step.isNegated else {
            return following.contains { goesOn(from: $0.time, $0.keys, steps.dropFirst(), joins, person, now) }
        }
        return last < now && following.isEmpty && goesOn(from: last, keys, steps.dropFirst(), joins, person, now)
    }
}

extension RowOracle {
    /// The values by which the event may be joined.
    fileprivate func keys(
        by joins: [EventSequence.Step.Join], where predicate: Predicate?
    ) -> [EventSequence.Step.Join: Set<String>] {
        Dictionary(joins.map { ($0, Set(values(of: $0.rawValue, where: predicate).map(\.key))) }) { first, _ in first }
    }
}

extension Value {
    /// The same for values that are equal.
    var key: String {
        switch self {
        case .text(let text): text.uppercased().lowercased()
        case .list(let texts): texts.joined()
        case .integer(let number): "\(number)"
        case .money(let cents): "\(Double(cents) / 100)".droppingZero
        case .number(let number): "\(number)".droppingZero
        case .boolean(let value): value ? "1" : "0"
        case .date(let date): "\(date.dayNumber)"
        case .timestamp(let instant): "\(instant.milliseconds)"
        }
    }
}

extension String {
    fileprivate var droppingZero: String { hasSuffix(".0") ? String(dropLast(2)) : self }
}
