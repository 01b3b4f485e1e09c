import Customers
import Filters

extension SeededGenerator {
    /// A filter of the conditions that are evaluated.
    mutating func filter(depth: Int) -> Filter {
        switch depth > 0 ? number(0...21) : number(4...21) {
        case 0: .all((0..<number(2...3)).map { _ in filter(depth: depth - 1) })
        case 1: .any((0..<number(2...3)).map { _ in filter(depth: depth - 1) })
        case 2: .not(filter(depth: depth - 1))
        case 3: .asOf(point(traits: false), filter(depth: depth - 1))
        case 4...6: traitCondition()
        case 7...8: .performed(performance())
        case 9: occurrence()
        case 10...12: .sequence(sequence())
        case 13...14: .aggregate(aggregate())
        case 15...17: habit()
        case 18...19: .cart(cart())
        default: membership()
        }
    }

    /// A name of an event and one condition on it, or none.
    private mutating func drawEvent(_ names: [String]) -> (String, Predicate?) {
        let name = pick(names)
        return (name, chance(0.4) ? predicate(of: name, depth: 1) : nil)
    }

    private mutating func sequence() -> EventSequence {
        let names = ["visit", "click", "purchase", "order", "click"]
        let isOfCarts = chance(0.3)
        let (event, condition) = drawEvent(isOfCarts ? ["click", "order"] : names)
        let isJoined = chance(0.5)
        var steps = (0..<number(1...3)).map { _ in
            let (event, condition) = self.drawEvent(isOfCarts ? ["click", "order", "purchase"] : names)
            return EventSequence.Step(
                event, join: isJoined && chance(0.8) ? (isOfCarts ? .cart : .product) : nil, isNegated: chance(0.35),
                where: condition, within: span())
        }
        if let last = steps.last, last.isNegated, chance(0.3) { steps[steps.count - 1].within = nil }
        return EventSequence(event, where: condition, time: chance(0.4) ? range() : nil, steps: steps)
    }

    private mutating func habit() -> Filter {
        let (name, condition) = drawEvent(["visit", "purchase", "order", "click"])
        switch number(0...6) {
        case 0:
            let weeks = number(1...5)
            return .habit(
                Habit(
                    chance(0.2) ? .anything : .named(name), where: nil, atLeast: number(1...weeks), ofLastWeeks: weeks))
        case 1:
            let weeks = number(1...5)
            return .habit(
                Habit(.named(name), where: condition, atLeast: number(1...weeks), ofLastWeeks: weeks))
        case 2...3:
            return .change(Change(chance(0.5) ? .stopped : .restarted, name, where: condition, withinLast: span()))
        case 4...5:
            return .lifecycle(
                event: name, by: pick(Period.allCases), stage: pick(["new", "returning", "resurrected", "dormant"]))
        default:
            let periods: [CohortPeriod] = [
                .day(date()), .week(year: 2026, week: number(7...14)), .month(year: 2026, month: number(2...4)),
            ]
            return .cohort(pick(periods), event: name)
        }
    }

    private mutating func cart() -> Cart {
        let (event, condition) = drawEvent(["visit", "visit", "click", "purchase", "order"])
        return Cart(pick(Cart.State.allCases), of: event, where: condition, time: chance(0.5) ? range() : nil)
    }

    private mutating func membership() -> Filter {
        switch number(0...3) {
        case 0:
            return .sample(
                percent: DecimalLiteral(coefficient: Int64(number(0...10_000)), fractionDigits: 2), salt: "x")
        case 1: return .membership(.member(of: pick(["First", "Second"])))
        case 2: return .membership(.entered(pick(["First", "Second"]), range()))
        default: return .membership(.left(pick(["First", "Second"]), range()))
        }
    }

    private mutating func aggregate() -> Aggregate {
        let (name, condition) = drawEvent(["visit", "purchase", "order"])
        let function = pick(Aggregate.Function.allCases)
        let time = chance(0.4) ? range() : nil
        if function == .count, chance(0.5) {
            return Aggregate(.count, name, where: condition, time: time, test: test("minutes", .integer))
        }
        let countable: Set<ValueType> = [.integer, .number, .money, .boolean]
        let properties = types(of: name).filter { type in
            switch function {
            case .count, .distinct: true
            case .sum, .average: countable.contains(type.value)
            case .min, .max: countable.contains(type.value) || type.value == .timestamp
            }
        }.sorted { $0.key < $1.key }
        let (property, type) = pick(properties.map { ($0.key, $0.value) })
        let tested: ValueType =
            switch function {
            case .count, .distinct: .integer
            case .average: .number
            case .sum: type == .boolean ? .integer : type
            case .min, .max: type
            }
        return Aggregate(
            function, name, property: property, where: condition, time: time, test: test(property, tested))
    }

    private mutating func traitCondition() -> Filter {
        switch number(0...9) {
        case 0: return .anniversary(trait: "birth", withinNext: Filters.Span(number(1...20), pick([.days, .weeks])))
        case 1: return .trait("age", test("age", .integer, scale: 30))
        default:
            let (name, type) = pick(Shop.traitTypes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            return .trait(name, test(name, type))
        }
    }

    private mutating func performance() -> Performance {
        let name = pick(["visit", "purchase", "order", "click"])
        if chance(0.15) { return Performance(.anything, isNegated: chance(0.3), time: chance(0.5) ? range() : nil) }
        let counts: [Count] = [
            .atLeast(number(0...4)), .atMost(number(0...3)), .exactly(number(0...3)), .lessThan(number(0...3)),
            .moreThan(number(0...3)), .between(number(0...2), number(0...4)), .atMost(300), .atLeast(300),
        ]
        let isNegated = chance(0.25)
        return Performance(
            .named(name), isNegated: isNegated, where: chance(0.5) ? predicate(of: name, depth: 2) : nil,
            count: isNegated || chance(0.4) ? nil : pick(counts), time: chance(0.6) ? range() : nil)
    }

    private mutating func occurrence() -> Filter {
        let name = pick(["visit", "purchase", "order"])
        return .occurrence(
            Occurrence(
                chance(0.5) ? .first : .last, name, where: chance(0.4) ? predicate(of: name, depth: 1) : nil,
                time: range()))
    }

    private func types(of event: String) -> [String: ValueType] {
        var types = Shop.propertyTypes[event] ?? [:]
        if event == "purchase" || event == "order" {
            if event == "order" { types = [:] }
            types.merge(Shop.propertyTypes["orders"] ?? [:]) { first, _ in first }
            types.merge(Shop.propertyTypes["lines"] ?? [:]) { first, _ in first }
            types["product"] = .text
        }
        return types
    }

    private mutating func predicate(of event: String, depth: Int) -> Predicate? {
        let names = types(of: event).sorted { $0.key < $1.key }
        guard !names.isEmpty else { return nil }
        switch depth > 0 ? number(0...5) : 5 {
        case 0...1: return .all((0..<2).compactMap { _ in predicate(of: event, depth: depth - 1) })
        case 2: return .any((0..<2).compactMap { _ in predicate(of: event, depth: depth - 1) })
        case 3: return predicate(of: event, depth: depth - 1).map { .not($0) }
        default:
            let (name, type) = pick(names)
            return .property(name, test(name == "product" ? "product_id" : name, type))
        }
    }

    private mutating func test(_ name: String, _ type: ValueType, scale: Int = 1) -> ValueTest {
        switch number(0...9) {
        case 0: return .exists
        case 1: return .missing
        case 2 where type != .list && type != .boolean:
            return .between(literal(name, type, scale), literal(name, type, scale))
        case 3 where type != .list: return .isIn((0..<number(1...7)).map { _ in literal(name, type, scale) })
        case 4 where type != .list: return .isNotIn((0..<number(1...3)).map { _ in literal(name, type, scale) })
        case 5...7 where type == .text: return textTest(name)
        case 5...7 where type == .timestamp || type == .date:
            return chance(0.3)
                ? .withinNext(span()) : .time(range(traits: type == .timestamp, instants: type == .timestamp))
        default:
            guard type != .list else { return listTest(name) }
            let comparison = type == .boolean ? pick([Comparison.equal, .unequal]) : pick(Comparison.allCases)
            return .compare(comparison, literal(name, type, scale))
        }
    }

    private mutating func textTest(_ name: String) -> ValueTest {
        let text = pick(Pool.texts[name] ?? ["x"])
        let start = number(0...(text.count - 1))
        let part = String(text.dropFirst(start).prefix(number(1...3)))
        return pick([
            .contains(part), .startsWith(String(text.prefix(2))), .endsWith(String(text.suffix(2))), .exactly(text),
        ])
    }

    private mutating func listTest(_ name: String) -> ValueTest {
        let elements = (0..<number(1...3)).map { _ in literal(name, .text) }
        return pick([.has(elements[0]), .hasAny(elements), .hasAll(elements)])
    }

    private mutating func literal(_ name: String, _ type: ValueType, _ scale: Int = 1) -> Literal {
        switch type {
        case .text, .list: .text(pick(Pool.texts[name] ?? ["x"]))
        case .integer:
            .number(DecimalLiteral(coefficient: Int64(number(-20...50) * scale), fractionDigits: pick([0, 1])))
        case .number: .number(DecimalLiteral(coefficient: Int64(number(-4...8) * 25), fractionDigits: 2))
        case .money: .number(DecimalLiteral(coefficient: Int64(number(-50...300)), fractionDigits: pick([2, 2, 3, 0])))
        case .boolean: chance(0.5) ? .boolean(chance(0.5)) : .number(DecimalLiteral(coefficient: Int64(number(0...1))))
        case .date: .date(CivilDate(dayNumber: Int32(pick(Pool.births) + number(-1...1))))
        case .timestamp: chance(0.5) ? .date(date()) : .instant(instant())
        }
    }

    private mutating func date() -> CivilDate { CivilDate(dayNumber: Int32(number(20_500...20_546))) }

    private mutating func instant() -> LocalInstant {
        LocalInstant(date: date(), milliseconds: number(0...3) * 21_600_000, offset: pick([nil, nil, 0, 3600, -7200]))
    }

    private mutating func span() -> Filters.Span {
        Filters.Span(number(1...9), pick(Filters.Span.Unit.allCases.filter { $0 != .calendarYears }))
    }

    private mutating func point(traits: Bool, instants: Bool = true) -> TimePoint {
        switch number(0...3) {
        case 0: .ago(instants ? span() : Filters.Span(number(1...9), pick([.days, .weeks, .calendarMonths])))
        case 1 where instants: .instant(instant())
        case 2 where traits: .trait(pick(["seen", "birth"]))
        default: .date(date())
        }
    }

    private mutating func range(traits: Bool = true, instants: Bool = true) -> TimeRange {
        func point(_ random: inout SeededGenerator) -> TimePoint { random.point(traits: traits, instants: instants) }
        return switch number(0...4) {
        case 0: .withinLast(instants ? span() : Filters.Span(number(1...9), pick([.days, .weeks, .calendarMonths])))
        case 1: .before(point(&self))
        case 2: .after(point(&self))
        case 3: .on(point(&self))
        default: .between(point(&self), point(&self))
        }
    }
}
