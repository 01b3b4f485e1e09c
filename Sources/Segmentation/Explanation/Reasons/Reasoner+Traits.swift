import Columnar
import Customers
import Filters

extension Reasoner {
    /// What the records say of a trait; one fact without a value where none says anything.
    func readings(of name: String, asOf instant: Instant) -> [Evidence] {
        guard let trait = evaluator.population.traits[name] else { return [] }
        let now = instant.milliseconds
        var values = (0..<evaluator.population.profiles.count).map { trait.current.value(at: $0) }
        if let (changes, rows) = trait.undone(at: now) {
            for row in rows.reversed() { values[Int(changes.records[row])] = changes.previous[row] }
        }
        let readings = values.enumerated().compactMap { record, value in
            value.map { Evidence(.trait, name, value: Value($0), time: trait.lastChange(of: record, before: now)) }
        }
        return readings.isEmpty ? [Evidence(.trait, name)] : readings
    }

    /// The birth dates with the ages that they give.
    func ages(asOf instant: Instant) -> [Evidence] {
        guard let name = evaluator.options.birthDate else { return [] }
        let today = evaluator.calendar.date(at: instant)
        return readings(of: name, asOf: instant).flatMap { reading in
            guard case .date(let birth)? = reading.value, let age = birth.wholeYears(at: today) else {
                return [reading]
            }
            return [reading, Evidence(.age, "age", value: .integer(Int64(age)))]
        }
    }

    /// The next anniversaries of a trait's dates.
    func anniversaries(of name: String, asOf instant: Instant) -> [Evidence] {
        let today = evaluator.calendar.date(at: instant)
        return readings(of: name, asOf: instant).compactMap { reading in
            let date: CivilDate
            switch reading.value {
            case .date(let day): date = day
            case .timestamp(let time): date = evaluator.calendar.date(at: time)
            default: return nil
            }
            let next = today.adding(days: date.daysUntilAnniversary(from: today))
            return Evidence(.anniversary, name, value: .date(next))
        }
    }

    /// Whether the profile is in a segment, and when it was last seen to enter or leave it in a stretch of time.
    func changes(of movement: Movement, asOf instant: Instant) throws -> [Evidence] {
        let local = LocalTime(calendar: evaluator.calendar)
        let window = WindowResolver(population: evaluator.population, local: local, now: instant.milliseconds)
            .instants(movement.window).own
        let segment = Filter.membership(.member(of: movement.segment))
        func isMember(_ time: Int64) throws -> Bool {
            try evaluator.holds(segment, asOf: Instant(milliseconds: time))
        }
        var later = instant.milliseconds
        var isLater = try isMember(later)
        var found = [Evidence(.segment, movement.segment, value: .boolean(isLater))]
        let first = max(window.lowerBound, evaluator.beginning?.milliseconds ?? later)
        while later > first, found.count < 4 {
            let earlier = local.midnight(of: local.day(of: later - 1))
            let isEarlier = try isMember(earlier)
            if isEarlier != isLater, isEarlier == movement.isLeaving, window.contains(later - 1) {
                found.append(Evidence(.change, movement.segment, time: Instant(milliseconds: later)))
            }
            (later, isLater) = (earlier, isEarlier)
        }
        return found
    }
}

extension Trait {
    /// When the value of a record last changed.
    fileprivate func lastChange(of record: Int, before now: Int64) -> Instant? {
        guard let changes else { return nil }
        let rows = 0..<changes.times.lowerBound(now)
        return rows.last { Int(changes.records[$0]) == record }.map { Instant(milliseconds: changes.times[$0]) }
    }
}

extension Value {
    /// The value that stands in a column.
    init(_ value: ColumnValue) {
        switch value {
        case .text(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .list(let texts): self = .list(texts)
        case .integer(let value, .integer): self = .integer(value)
        case .integer(let value, .boolean): self = .boolean(value != 0)
        case .integer(let value, .date): self = .date(CivilDate(dayNumber: Int32(clamping: value)))
        case .integer(let value, .timestamp): self = .timestamp(Instant(milliseconds: value))
        case .integer(let value, .money): self = .money(value)
        }
    }
}
