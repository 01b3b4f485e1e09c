import Columnar
import Customers
import Filters

extension TurningPoints {
    /// The local midnights at which the profile reaches the ages that a test names, and the ages beside them.
    func birthdays(by test: ValueTest) -> [Int64] {
        guard let trait = evaluator.options.birthDate else { return [] }
        let ages = Set(test.numbers.flatMap { ($0 - 1)...($0 + 2) }).filter { (0...1000).contains($0) }.union([0])
        return values(ofTrait: trait).flatMap { birth in
            let date = CivilDate(dayNumber: Int32(clamping: birth))
            return ages.map { local.midnight(of: Int(date.anniversary(in: date.year + $0).dayNumber)) }
        }
    }

    /// When a stretch of days ahead reaches or passes the anniversaries of a trait.
    func anniversaries(of trait: String, _ span: Span, _ stretch: Range<Int64>) throws -> [Int64] {
        let isDate = population.traits[trait]?.current.type == .date
        let edges = [
            MovingEdge { binder.times(seenFrom: Instant(milliseconds: $0)).days(next: span).start },
            MovingEdge { binder.times(seenFrom: Instant(milliseconds: $0)).days(next: span).end },
        ]
        func year(of instant: Int64) -> Int { CivilDate(dayNumber: Int32(clamping: local.day(of: instant))).year }
        return try edges.flatMap { edge in
            let (first, last) = (try edge.place(stretch.lowerBound) ?? 0, try edge.place(stretch.upperBound) ?? 0)
            let years =
                CivilDate(dayNumber: Int32(clamping: first)).year...CivilDate(dayNumber: Int32(clamping: last)).year
            let days = values(ofTrait: trait).flatMap { value in
                let date = CivilDate(dayNumber: Int32(clamping: isDate ? value : Int64(local.day(of: value))))
                return years.map { Int64(date.anniversary(in: $0).dayNumber) }
            }
            return try edge.arrivals(at: days, after: stretch.lowerBound, upTo: stretch.upperBound)
        }
    }

    /// When an entry into or an exit from a segment may be seen, or be dated otherwise.
    ///
    /// What turns during a day is seen at once and dated just before the present, which moves on until midnight, where the
    /// date stays.
    func movements(of segment: String, _ range: TimeRange, _ stretch: Range<Int64>) throws -> [Int64] {
        guard let beginning = evaluator.beginning?.milliseconds, beginning < stretch.upperBound else { return [] }
        let first = local.midnight(of: local.day(of: beginning))
        let known = try knowledge.turns(.member(of: segment), (first - 1)..<stretch.upperBound) ?? []
        let turns = known + [beginning]
        let days = Set(turns.flatMap { turn in (0...2).map { local.day(of: turn) + $0 } })
        let midnights = days.map { local.midnight(of: $0) }
        var found = turns + midnights + ownEdges(of: range)
        for edge in edges(of: range) {
            found += try edge.arrivals(
                at: midnights.map { $0 - 1 }, after: stretch.lowerBound, upTo: stretch.upperBound)
            let places =
                try turns.compactMap { try edge.place($0) } + [try edge.place(stretch.lowerBound)].compactMap(\.self)
            let nights = Set(places.flatMap { place in (0...2).map { local.midnight(of: local.day(of: place) + $0) } })
            found += try edge.arrivals(at: nights, after: stretch.lowerBound, upTo: stretch.upperBound) + places
        }
        return found.flatMap { [$0, $0 + 1] }
    }

    /// The ends of a stretch that the profile's own traits give, however they are rounded.
    private func ownEdges(of range: TimeRange) -> [Int64] {
        range.traits.flatMap { name in
            let isDate = population.traits[name]?.current.type == .date
            return values(ofTrait: name).flatMap { value in
                let day = isDate ? Int(clamping: value) : local.day(of: value)
                return [value, local.midnight(of: day), local.midnight(of: day + 1)]
            }
        }
    }
}

extension ValueTest {
    /// The numbers that the test names, rounded down.
    fileprivate var numbers: [Int] {
        let literals: [Literal] =
            switch self {
            case .compare(_, let literal): [literal]
            case .between(let first, let last): [first, last]
            case .isIn(let literals), .isNotIn(let literals): literals
            default: []
            }
        return literals.compactMap { literal in
            guard case .number(let number) = literal else { return nil }
            return Int(max(-10, min(2000, number.doubleValue)).rounded(.down))
        }
    }
}

extension TimeRange {
    /// The traits that bound the stretch.
    fileprivate var traits: [String] {
        let points: [TimePoint] =
            switch self {
            case .withinLast: []
            case .before(let point), .after(let point), .on(let point): [point]
            case .between(let first, let last): [first, last]
            }
        return points.compactMap { if case .trait(let name) = $0 { name } else { nil } }
    }
}
