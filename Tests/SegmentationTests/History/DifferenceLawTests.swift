import Columnar
import Customers
import Filters
import Segmentation
import Testing

/// Differences between two dates, on random shops, filters and dates.
struct DifferenceLawTests {
    /// A shop, a filter and two dates.
    private struct Case {
        let evaluator: Evaluator
        let filter: Filter
        let earlier: Instant
        let later: Instant
        let difference: SegmentDifference

        init(seed: Int, depth: Int) throws {
            var random = SeededGenerator(seed: UInt64(8_000_000 + seed))
            evaluator = DatedTrial(&random).evaluator
            let times = [Pool.time(&random), Pool.time(&random)].sorted()
            (earlier, later) = (Instant(milliseconds: times[0]), Instant(milliseconds: times[1]))
            filter = random.filter(depth: depth)
            difference = try evaluator.difference(of: filter, from: earlier, to: later)
        }

        func members(_ filter: Filter, _ instant: Instant) throws -> Bitmap {
            try evaluator.members(of: filter, asOf: instant)
        }
    }

    @Test func `who entered, left and stayed are the members of the dates taken from each other`() throws {
        for seed in 0..<60 {
            let trial = try Case(seed: seed, depth: 2)
            let before = try trial.members(trial.filter, trial.earlier)
            let after = try trial.members(trial.filter, trial.later)
            let shared = after.countShared(with: before)
            #expect(trial.difference.entered.all.count == after.count - shared, "seed \(seed)")
            #expect(trial.difference.left.all.count == before.count - shared, "seed \(seed)")
            #expect(trial.difference.stayed.count == shared, "seed \(seed)")
        }
    }

    @Test func `every figure opens to its people, and the parts add up`() throws {
        for seed in 0..<25 {
            let trial = try Case(seed: seed, depth: 2)
            for move in [trial.difference.entered, trial.difference.left] {
                let parts = [move.appeared, move.several, move.anyway] + move.causes.map(\.alone)
                #expect(parts.reduce(0) { $0 + $1.count } == move.all.count, "seed \(seed): \(trial.filter.text)")
                for figure in parts + [move.all] + move.causes.map(\.needed) {
                    let people = try trial.members(Filter(parsing: figure.filter), trial.later)
                    #expect(people.count == figure.count, "seed \(seed): \(figure.filter)")
                }
            }
        }
    }

    @Test func `a condition is needed by those who would not have moved had it alone stayed`() throws {
        var needed = 0
        for seed in 0..<80 {
            let trial = try Case(seed: 1000 + seed, depth: 2)
            let isDated = trial.filter.nodes.contains { if case .asOf = $0.filter { true } else { false } }
            guard !isDated else { continue }
            let known = trial.evaluator.base(asOf: trial.earlier)
            let leaves = trial.filter.nodes.filter { $0.filter.operands.isEmpty }.map(\.filter)
            let before = try leaves.map { try trial.members($0, trial.earlier) }
            let after = try leaves.map { try trial.members($0, trial.later) }
            let conditions = leaves.enumerated().filter { leaves.firstIndex(of: $1) == $0 }.map(\.element)
            let difference = trial.difference
            #expect(
                difference.entered.causes.map(\.text) == (trial.earlier == trial.later ? [] : conditions.map(\.text)))
            for (number, cause) in difference.entered.causes.enumerated() {
                func answer(_ profile: Int, _ isUndone: Bool) -> Bool {
                    trial.filter.truth { leaf in
                        let place = leaves.firstIndex(of: leaf) ?? 0
                        return isUndone && leaf == conditions[number] ? before[place][profile] : after[place][profile]
                    }
                }
                let was = try trial.members(trial.filter, trial.earlier)
                let counts = (0..<known.rows).reduce(into: (entered: 0, left: 0)) { counts, profile in
                    guard known[profile], answer(profile, false) != was[profile] else { return }
                    if answer(profile, true) == was[profile] {
                        if was[profile] { counts.left += 1 } else { counts.entered += 1 }
                    }
                }
                #expect(cause.needed.count == counts.entered, "seed \(seed): \(trial.filter.text)")
                #expect(
                    difference.left.causes[number].needed.count == counts.left, "seed \(seed): \(trial.filter.text)")
                needed += counts.entered + counts.left
            }
        }
        #expect(needed > 20)
    }

    @Test func `two rules differ by the members of each that the other has not`() throws {
        for seed in 0..<40 {
            var random = SeededGenerator(seed: UInt64(8_500_000 + seed))
            let trial = DatedTrial(&random)
            let now = Instant(milliseconds: Pool.time(&random))
            let (old, new) = (random.filter(depth: 1), random.filter(depth: 1))
            let difference = try trial.evaluator.difference(from: old, to: new, asOf: now)
            let (first, second) = (
                try trial.evaluator.members(of: old, asOf: now), try trial.evaluator.members(of: new, asOf: now)
            )
            let shared = first.countShared(with: second)
            #expect(difference.entered.all.count == second.count - shared)
            #expect(difference.left.all.count == first.count - shared)
            #expect(difference.stayed.count == shared)
        }
    }
}

extension Filter {
    /// The truth of a filter without `as of`, of somebody who exists, by the truth of its conditions.
    fileprivate func truth(_ holds: (Filter) -> Bool) -> Bool {
        switch self {
        case .all(let operands) where !operands.isEmpty: operands.allSatisfy { $0.truth(holds) }
        case .any(let operands): operands.contains { $0.truth(holds) }
        case .not(let operand): !operand.truth(holds)
        default: holds(self)
        }
    }
}
