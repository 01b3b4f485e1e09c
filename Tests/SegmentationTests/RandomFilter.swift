import Customers
import Filters

extension SeededGenerator {
    /// A filter of the conditions that are evaluated.
    mutating func filter(depth: Int) -> Filter {
        switch depth > 0 ? number(0...9) : number(4...9) {
        case 0: .all((0..<number(2...3)).map { _ in filter(depth: depth - 1) })
        case 1: .any((0..<number(2...3)).map { _ in filter(depth: depth - 1) })
        case 2: .not(filter(depth: depth - 1))
        case 3: .asOf(point(traits: false), filter(depth: depth - 1))
        case 4...6: traitCondition()
        case 7...8: .performed(performance())
        default: occurrence()
        }
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

    private mutating func predicate(of event: String, depth: Int) -> Predicate? {
        var types = Shop.propertyTypes[event] ?? [:]
        if event == "purchase" || event == "order" {
            if event == "order" { types = [:] }
            types.merge(Shop.propertyTypes["orders"] ?? [:]) { first, _ in first }
            types.merge(Shop.propertyTypes["lines"] ?? [:]) { first, _ in first }
            types["product"] = .text
        }
        let names = types.sorted { $0.key < $1.key }
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
