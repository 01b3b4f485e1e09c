import Columnar
import Customers
import Filters
import Glibc
import Segmentation
import Testing

/// The engine against the obvious evaluator, on random shops, filters and dates.
struct DifferentialTests {
    /// Shops of each run, each with twenty questions; more with `PATRON_DIFFERENTIAL_SHOPS`.
    private static let shops = getenv("PATRON_DIFFERENTIAL_SHOPS").flatMap { Int(String(cString: $0)) } ?? 100

    @Test func `answers as the obvious evaluator does`() throws {
        for seed in 0..<Self.shops {
            var random = SeededGenerator(seed: UInt64(seed))
            let trial = Trial(&random)
            for _ in 0..<20 {
                let filter = random.filter(depth: 3)
                let now = Pool.time(&random)
                let found = try trial.members(of: filter, asOf: now)
                let expected = trial.oracle.members(of: filter, asOf: now)
                try #require(found == expected, "seed \(seed), at \(now): \(filter.text)")
            }
        }
    }

    @Test func `keeps the laws of sets, and gives the same from the cache`() throws {
        for seed in 0..<Self.shops {
            var random = SeededGenerator(seed: UInt64(1_000_000 + seed))
            let trial = Trial(&random)
            let now = Instant(milliseconds: Pool.time(&random))
            let (a, b) = (random.filter(depth: 2), random.filter(depth: 2))
            func count(_ filter: Filter) throws -> Int { try trial.evaluator.members(of: filter, asOf: now).count }
            let base = trial.evaluator.base(asOf: now).count
            #expect(try count(a) + count(.not(a)) == base)
            #expect(try count(.not(.all([a, b]))) == count(.any([.not(a), .not(b)])))
            #expect(try count(.not(.any([a, b]))) == count(.all([.not(a), .not(b)])))
            let known = try trial.evaluator.members(of: .all([a, b]), asOf: now)
            let fresh = try trial.fresh.members(of: .all([a, b]), asOf: now)
            #expect(known == fresh)
            #expect(try trial.evaluator.members(of: .all([a, b]), asOf: now) == known)
        }
    }

    @Test func `random conditions of every kind hold for some people and not for others`() throws {
        var telling: [String: Int] = [:]
        for seed in 0..<250 {
            var random = SeededGenerator(seed: UInt64(4_000_000 + seed))
            let trial = Trial(&random)
            for _ in 0..<10 {
                let filter = random.filter(depth: 0)
                let now = Pool.time(&random)
                let members = try trial.members(of: filter, asOf: now).count
                let base = trial.evaluator.base(asOf: Instant(milliseconds: now)).count
                if members > 0, members < base { telling[filter.kind, default: 0] += 1 }
            }
        }
        let kinds =
            ["joined sequence", "plain sequence", "waiting sequence", "habit", "stopped", "restarted", "cohort"]
            + Cart.State.allCases.map { "\($0.rawValue) cart" }
            + ["new", "returning", "resurrected", "dormant", "member", "entered", "left", "sample"]
            + Aggregate.Function.allCases.map(\.rawValue)
        for kind in kinds { #expect(telling[kind] ?? 0 >= 1, "\(kind)") }
    }

    @Test func `figures that are kept answer other tests of them, at other dates too`() throws {
        var counts: [String: Int] = [:]
        for seed in 0..<(Self.shops * 2) {
            var random = SeededGenerator(seed: UInt64(6_000_000 + seed))
            let trial = Trial(&random)
            let filter = random.figureCondition()
            counts[filter.kind, default: 0] += 1
            let dates = [Pool.time(&random), Pool.time(&random)]
            for _ in 0..<8 {
                let changed = random.changing(filter)
                let now = random.pick(dates)
                let found = try trial.members(of: changed, asOf: now)
                let expected = trial.oracle.members(of: changed, asOf: now)
                try #require(found == expected, "seed \(seed), at \(now): \(changed.text)")
            }
        }
        #expect(counts["plain sequence"] ?? 0 > Self.shops / 4)
    }

    @Test func `the last line of an explanation counts the whole filter`() throws {
        for seed in 0..<(Self.shops / 2) {
            var random = SeededGenerator(seed: UInt64(2_000_000 + seed))
            let trial = Trial(&random)
            let now = Instant(milliseconds: Pool.time(&random))
            let filter = random.filter(depth: 3)
            let explanation = try trial.evaluator.explain(filter, asOf: now) { .zero }
            #expect(explanation.lines.last?.after == explanation.count, "seed \(seed): \(filter.text)")
            #expect(try explanation.count == trial.evaluator.members(of: filter, asOf: now).count)
            #expect(explanation.base == trial.evaluator.base(asOf: now).count)
        }
    }

    @Test func `the figures of a line count the filter with lines removed`() throws {
        for seed in 0..<(Self.shops / 2) {
            var random = SeededGenerator(seed: UInt64(5_000_000 + seed))
            let trial = Trial(&random)
            let now = Instant(milliseconds: Pool.time(&random))
            let filter = random.filter(depth: 3)
            let limit = try trial.fresh.members(of: random.filter(depth: 0), asOf: now)
            func count(_ filter: Filter?) throws -> Int {
                let members = try filter.map { try trial.fresh.members(of: $0, asOf: now) }
                return ((members ?? trial.fresh.base(asOf: now)) & limit).count
            }
            let explanation = try trial.evaluator.explain(filter, in: limit, asOf: now) { .zero }
            let conditions = filter.conditions
            try #require(explanation.lines.map(\.path) == conditions.map(\.path))
            for (number, line) in explanation.lines.enumerated() {
                let later = Set(conditions[(number + 1)...].map(\.path))
                #expect(try line.after == count(filter.removing(later)), "seed \(seed), \(line.text) in \(filter.text)")
                #expect(
                    try line.without == count(filter.removing([line.path])),
                    "seed \(seed), \(line.text) in \(filter.text)")
            }
        }
    }
}

/// A random shop, and the two ways to ask it.
private struct Trial {
    let oracle: Oracle
    let evaluator: Evaluator
    let fresh: Evaluator
    private let profiles: [Int]

    init(_ random: inout SeededGenerator) {
        let shop = random.shop(people: random.number(1...(random.chance(0.1) ? 80 : 16)))
        var columns = ShopColumns(shop: shop, random: random)
        let population = columns.population()
        // Rules that name no segments, so that there are no circles.
        let segments = ["First": random.rule(), "Second": random.rule()]
        oracle = Oracle(shop: shop, segments: segments)
        profiles = ShopColumns.profiles(of: shop)
        let derived = DerivedColumns(of: shop, in: population, segments: segments)
        let options = Evaluator.Options(birthDate: "birth")
        // On two threads; the other on one.
        let shared = Evaluator.Options(birthDate: "birth", leastProfilesShared: 0)
        evaluator = Evaluator(population, calendar: .utc, options: shared, derived: derived)
        fresh = Evaluator(
            population, calendar: .utc, options: options, derived: derived, cache: EvaluationCache(capacity: 0))
    }

    /// The people, by their places in the shop.
    func members(of filter: Filter, asOf now: Int64) throws -> [Int] {
        let bitmap = try evaluator.members(of: filter, asOf: Instant(milliseconds: now))
        var members: [Int] = []
        bitmap.forEach { row in members.append(profiles.firstIndex(of: row) ?? -1) }
        return members
    }
}

extension SeededGenerator {
    /// A condition that tests a figure: an aggregate, or a sequence of two events.
    fileprivate mutating func figureCondition() -> Filter {
        while true {
            switch filter(depth: 0) {
            case .aggregate(let aggregate): return .aggregate(aggregate)
            case .sequence(let sequence) where sequence.steps.count == 1: return .sequence(sequence)
            default: continue
            }
        }
    }

    /// The condition with another test of its figure.
    fileprivate mutating func changing(_ filter: Filter) -> Filter {
        switch filter {
        case .aggregate(var aggregate):
            // Booleans, which are numbers too, have no order.
            let ordering: [Comparison] = [.less, .atMost, .atLeast, .greater]
            if case .compare(let comparison, let literal) = aggregate.test, ordering.contains(comparison) {
                aggregate.test = .compare(pick(ordering), literal)
            }
            return .aggregate(aggregate)
        case .sequence(var sequence):
            sequence.steps[0].within = Span(number(1...40), pick([.minutes, .hours, .days, .calendarDays]))
            return .sequence(sequence)
        default: return filter
        }
    }

    /// A filter that refers to no segment.
    mutating func rule() -> Filter {
        while true {
            let filter = filter(depth: 1)
            let refers = filter.nodes.contains { if case .membership = $0.filter { true } else { false } }
            if !refers { return filter }
        }
    }
}

extension Filter {
    /// What kind of condition it is.
    fileprivate var kind: String {
        switch self {
        case .sequence(let sequence):
            sequence.steps.contains { $0.join != nil }
                ? "joined sequence"
                : sequence.steps.dropLast().contains(where: \.isNegated) ? "waiting sequence" : "plain sequence"
        case .habit: "habit"
        case .change(let change): change.kind.rawValue
        case .cart(let cart): "\(cart.state.rawValue) cart"
        case .cohort: "cohort"
        case .lifecycle(_, _, let stage): stage
        case .membership(.member): "member"
        case .membership(.entered): "entered"
        case .membership(.left): "left"
        case .sample: "sample"
        case .aggregate(let aggregate): aggregate.function.rawValue
        default: "other"
        }
    }
}
