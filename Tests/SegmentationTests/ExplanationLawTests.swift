import Columnar
import Customers
import Filters
import Segmentation
import Testing

/// What explanations promise, on random shops, filters and dates.
struct ExplanationLawTests {
    @Test func `a filter and its negation are everyone, also within a scope`() throws {
        for seed in 0..<80 {
            var random = SeededGenerator(seed: UInt64(9_000_000 + seed))
            let evaluator = DatedTrial(&random).evaluator
            let now = Instant(milliseconds: Pool.time(&random))
            let (filter, scope) = (random.filter(depth: 2), random.filter(depth: 1))
            let limit = try evaluator.members(of: scope, asOf: now)
            let (positive, negative) = (
                try evaluator.explain(filter, in: limit, asOf: now) { .zero },
                try evaluator.explain(.not(filter), in: limit, asOf: now) { .zero }
            )
            #expect(positive.count + negative.count == limit.count, "seed \(seed): \(filter.text)")
        }
    }

    @Test func `by De Morgan both sides are explained to the same count`() throws {
        for seed in 0..<60 {
            var random = SeededGenerator(seed: UInt64(9_100_000 + seed))
            let evaluator = DatedTrial(&random).evaluator
            let now = Instant(milliseconds: Pool.time(&random))
            let parts = (0..<random.number(2...4)).map { _ in random.filter(depth: 1) }
            func count(_ filter: Filter) throws -> Int { try evaluator.explain(filter, asOf: now) { .zero }.count }
            #expect(try count(.not(.all(parts))) == count(.any(parts.map { .not($0) })), "seed \(seed)")
            #expect(try count(.not(.any(parts))) == count(.all(parts.map { .not($0) })), "seed \(seed)")
        }
    }

    @Test func `each line is counted alone, up to it and without it as the filters say that are written so`() throws {
        for seed in 0..<60 {
            var random = SeededGenerator(seed: UInt64(9_200_000 + seed))
            let evaluator = DatedTrial(&random).evaluator
            let now = Instant(milliseconds: Pool.time(&random))
            let filter = random.filter(depth: 3)
            let explanation = try evaluator.explain(filter, asOf: now) { .zero }
            func count(keeping isKept: (Int) -> Bool) throws -> Int {
                var line = -1
                let rest = filter.keeping {
                    line += 1
                    return isKept(line)
                }
                return try evaluator.members(of: rest ?? .everyone, asOf: now).count
            }
            #expect(explanation.lines.last?.after == explanation.count)
            for (number, line) in explanation.lines.enumerated() {
                let (without, after) = (try count { $0 != number }, try count { $0 <= number })
                #expect(line.without == without, "seed \(seed), \(number): \(filter.text)")
                #expect(line.after == after, "seed \(seed), \(number): \(filter.text)")
            }
        }
    }
}

extension Filter {
    /// The filter with those of its lines that are kept, asked for in reading order; none where nothing remains.
    fileprivate func keeping(_ isKept: () -> Bool) -> Filter? {
        guard isGroup else { return isKept() ? self : nil }
        switch self {
        case .all(let operands): return Self.group(operands.compactMap { $0.keeping(isKept) }, Filter.all)
        case .any(let operands): return Self.group(operands.compactMap { $0.keeping(isKept) }, Filter.any)
        case .not(let operand): return operand.keeping(isKept).map { .not($0) }
        case .asOf(let point, let operand): return operand.keeping(isKept).map { .asOf(point, $0) }
        default: return self
        }
    }

    private static func group(_ rest: [Filter], _ made: ([Filter]) -> Filter) -> Filter? {
        rest.count > 1 ? made(rest) : rest.first
    }
}
