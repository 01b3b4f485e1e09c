import Customers
import Filters

/// Makes filters of every form, the same ones for the same seed.
struct RandomFilters {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func next() -> Filter { filter(depth: 0) }

    private mutating func filter(depth: Int) -> Filter {
        guard depth < 3, number(0...9) < 5 else { return condition() }
        switch number(0...5) {
        case 0, 1: return .all(several { $0.filter(depth: depth + 1) })
        case 2, 3: return .any(several { $0.filter(depth: depth + 1) })
        case 4: return .not(filter(depth: depth + 1))
        default: return .asOf(point(), filter(depth: depth + 1))
        }
    }

    private mutating func condition() -> Filter {
        switch number(0...20) {
        case 0, 1, 2: .trait(name(), test())
        case 3: .anniversary(trait: name(), withinNext: span())
        case 4, 5, 6: .performed(performance())
        case 7: .occurrence(Occurrence(pick([.first, .last]), name(), where: predicate(), time: range()))
        case 8: .sequence(sequence())
        case 9: .habit(habit())
        case 10: .change(Change(pick([.stopped, .restarted]), name(), where: predicate(), withinLast: span()))
        case 11, 12: .aggregate(aggregate())
        case 13: .membership(membership())
        case 14: .derived(measure(), figureTest())
        case 15:
            .lifecycle(
                event: name(), by: pick(Period.allCases), stage: pick(["new", "returning", "resurrected", "dormant"]))
        case 16: .funnelStep(funnelCondition())
        case 17: .cohort(cohort(), event: name())
        case 18: flip() ? .reachable(pick(Channel.allCases)) : .consents(pick(Channel.allCases), purpose: name())
        case 19: .cart(Cart(pick(Cart.State.allCases), of: name(), where: predicate(), time: flip() ? range() : nil))
        default:
            flip()
                ? .everyone
                : .sample(percent: .init(coefficient: Int64(number(0...10_000)), fractionDigits: 2), salt: text())
        }
    }

    private mutating func performance() -> Performance {
        let isNegated = number(0...3) == 0
        return Performance(
            event(), isNegated: isNegated, where: predicate(), count: isNegated || flip() ? nil : count(),
            time: flip() ? range() : nil)
    }

    private mutating func sequence() -> EventSequence {
        var steps = (0...number(0...2)).map { _ in
            EventSequence.Step(
                name(), join: pick([nil, nil, .product, .cart]), isNegated: flip(), where: predicate(), within: span())
        }
        if let last = steps.last, last.isNegated, last.within?.count.isMultiple(of: 3) == true {
            steps[steps.count - 1].within = nil
        }
        return EventSequence(name(), where: predicate(), time: flip() ? range() : nil, steps: steps)
    }

    private mutating func funnelCondition() -> FunnelCondition {
        let funnel: FunnelReference = flip() ? .saved(name()) : .defined(funnel())
        let steps = if case .defined(let funnel) = funnel { funnel.steps.count } else { 9 }
        return FunnelCondition(
            pick([.reached, .dropped, .open]), step: number(1...steps), of: funnel, where: flip() ? predicate() : nil,
            touch: pick(FunnelTouch.allCases), time: flip() ? range() : nil)
    }

    private mutating func funnel() -> Funnel {
        let steps = (0...number(1...3)).map { _ in Funnel.Step(name(), where: predicate()) }
        let excluded = (0..<number(0...2)).map { _ in Funnel.Step(name(), where: predicate()) }
        return Funnel(
            steps, order: pick(Funnel.Order.allCases),
            within: flip() ? Span(number(1...90), pick([.minutes, .hours, .days, .weeks])) : nil, excluding: excluded,
            endsAtExcluded: flip(), startsAtFirst: flip())
    }

    private mutating func habit() -> Habit {
        let weeks = number(1...9)
        return Habit(event(), where: predicate(), atLeast: number(1...weeks), ofLastWeeks: weeks)
    }

    private mutating func aggregate() -> Aggregate {
        let function = pick(Aggregate.Function.allCases)
        let property = function == .count && flip() ? nil : name()
        let isOfTimes = property != nil && (function == .min || function == .max) && flip()
        return Aggregate(
            function, name(), property: property, where: predicate(), time: flip() ? range() : nil,
            test: isOfTimes ? (flip() ? .time(range()) : .withinNext(span())) : figureTest())
    }

    private mutating func membership() -> Membership {
        switch number(0...2) {
        case 0: .member(of: name())
        case 1: .entered(name(), range())
        default: .left(name(), range())
        }
    }

    private mutating func measure() -> Measure {
        switch number(0...9) {
        case 0: .rfm(pick(RFMFigure.allCases), .standard)
        case 1, 2, 3: .rfm(pick(RFMFigure.allCases), variant())
        case 4: .netRevenue
        case 5: .lifetimeValue
        case 6: .probabilityAlive
        case 7: .score(name())
        case 8: .probability(event: name(), span())
        default: .expectedPurchases(span())
        }
    }

    private mutating func variant() -> RFMVariant {
        RFMVariant(
            division: pick([nil, .groups(number(2...10)), .fixed(borders())]), countsDays: flip(), takesAverage: flip(),
            isGross: flip(), since: pick([nil, .date(date()), .instant(instant()), .ago(span())]),
            rule: pick(RFMVariant.Rule.allCases))
    }

    private mutating func borders() -> RFMVariant.Borders {
        let count = number(1...9)
        func rising(_ step: Int) -> [Int] { (1...count).map { $0 * step } }
        let first = Int64(number(-500...500))
        return RFMVariant.Borders(
            days: rising(number(1...90)), purchases: rising(number(1...3)),
            revenue: (0..<count).map { DecimalLiteral(coefficient: first + Int64($0), fractionDigits: 2) })
    }

    private mutating func cohort() -> CohortPeriod {
        switch number(0...2) {
        case 0: .day(date())
        case 1: .week(year: number(1...9999), week: number(1...52))
        default: .month(year: number(1...9999), month: number(1...12))
        }
    }

    private mutating func predicate() -> Predicate? {
        flip() ? nil : predicate(depth: 0)
    }

    private mutating func predicate(depth: Int) -> Predicate {
        guard depth < 2, number(0...3) == 0 else { return .property(name(), test()) }
        switch number(0...2) {
        case 0: return .all(several { $0.predicate(depth: depth + 1) })
        case 1: return .any(several { $0.predicate(depth: depth + 1) })
        default: return .not(predicate(depth: depth + 1))
        }
    }

    private mutating func count() -> Count {
        let lower = number(0...9)
        return pick([
            .atLeast(lower), .atMost(lower), .exactly(lower), .lessThan(lower), .moreThan(lower),
            .between(lower, lower + number(0...9)),
        ])
    }

    private mutating func test() -> ValueTest {
        switch number(0...9) {
        case 0, 1: .time(range())
        case 2: .withinNext(span())
        default: figureTest()
        }
    }

    private mutating func figureTest() -> ValueTest {
        switch number(0...13) {
        case 0: .between(.number(decimal()), .number(decimal()))
        case 1: .between(.text(text()), .text(text()))
        case 2: .isIn(values())
        case 3: .isNotIn(values())
        case 4: .exists
        case 5: .missing
        case 6: .contains(text())
        case 7: flip() ? .startsWith(text()) : .endsWith(text())
        case 8: .exactly(text())
        case 9: .matches(pick(["a", "^a/b$", "\\\\/", "(?:a|b)+?", "[/\\]]{2,3}", "ё\\d"]))
        case 10: .has(literal())
        case 11: flip() ? .hasAny(values()) : .hasAll(values())
        default: .compare(pick(Comparison.allCases), literal())
        }
    }

    private mutating func values() -> [Literal] { (0...number(0...2)).map { _ in literal() } }

    private mutating func literal() -> Literal {
        switch number(0...4) {
        case 0: .text(text())
        case 1: .number(decimal())
        case 2: .boolean(flip())
        case 3: .date(date())
        default: .instant(instant())
        }
    }

    private mutating func decimal() -> DecimalLiteral {
        let coefficient = pick([0, 1, -5, 1999, .max, .min + 1, Int64(number(-99_999...99_999))])
        return DecimalLiteral(coefficient: coefficient, fractionDigits: number(0...18))
    }

    private mutating func date() -> CivilDate {
        CivilDate(dayNumber: pick([-719_162, 2_932_896, 0, Int32(number(-30_000...60_000))]))
    }

    private mutating func instant() -> LocalInstant {
        let milliseconds = pick([
            0, 86_399_999, 60_000 * number(0...1439), 1000 * number(0...86_399), number(0...86_399_999),
        ])
        return LocalInstant(
            date: date(), milliseconds: milliseconds, offset: pick([nil, 0, 60 * number(-1080...1080)]))
    }

    private mutating func point() -> TimePoint {
        switch number(0...3) {
        case 0: .date(date())
        case 1: .instant(instant())
        case 2: .ago(span())
        default: .trait(name())
        }
    }

    private mutating func range() -> TimeRange {
        switch number(0...4) {
        case 0: .withinLast(span())
        case 1: .before(point())
        case 2: .after(point())
        case 3: .on(point())
        default: .between(point(), point())
        }
    }

    private mutating func span() -> Span { Span(pick([1, 2, number(1...100_000)]), pick(Span.Unit.allCases)) }

    private mutating func event() -> EventName { number(0...4) == 0 ? .anything : .named(name()) }

    private mutating func name() -> String {
        pick([
            "city", "purchase", "cart.add", "имя", "Kraków", "did", "Not", "open", "a b", "a`b", "a\\b", "a-b", "2nd",
            "a.",
            ".a", "a..b", "rfm.x", "today", "isn't", "e\u{301}", "\u{301}e", "a\nb", "😀", "x\u{0}", "in", "count",
            "\"q\"", " ",
            "a\u{A0}b", "_", "never", "where", "times", "time", "a.\u{301}b", "product",
            "ordered", "abandoned", "cart",
        ])
    }

    private mutating func text() -> String {
        pick([
            "", "Kraków", "a\"b", "\\", "\n\t\r", "„x”", "'", "\u{301}", "2026-01-01", "and", "\u{2028}", "😀", "/", "`",
        ])
    }

    private mutating func several<Element>(_ make: (inout RandomFilters) -> Element) -> [Element] {
        (0...number(1...2)).map { _ in make(&self) }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func flip() -> Bool { number(0...1) == 0 }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }
}
