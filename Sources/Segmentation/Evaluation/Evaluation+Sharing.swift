import Columnar
import Customers
import Dispatch
import Synchronization

extension Evaluation {
    /// Works out the conditions of a plan that are not known yet on two threads, so that they are known afterwards.
    ///
    /// Each is worked out as it is on one thread, of few profiles where few are in question. A small store is not worth the
    /// second thread. The second thread does not see that the task is cancelled, and stops when the condition that it is at
    /// is done.
    mutating func share(_ root: Plan.Node, asOf instant: Instant) throws {
        guard isShared else { return }
        var open: [(leaf: Plan.Leaf, instant: Instant)] = []
        gather(root, asOf: instant, into: &open)
        _ = evaluator.base(asOf: instant)
        let canNarrow = open.contains { self.canNarrow($0.leaf, at: $0.instant) }
        let few = canNarrow ? try fewAsked(in: root, asOf: instant) : [:]
        guard open.count > 1 || !few.isEmpty else { return }
        // The longest first, so that no thread waits long for the other at the end.
        let efforts = open.map(\.leaf.condition.effort)
        let conditions = efforts.indices.sorted { (efforts[$1], $0) < (efforts[$0], $1) }.map { open[$0] }
        let next = Atomic<Int>(0)
        let failure = Mutex<(any Error)?>(nil)
        let answers = Mutex<[EvaluationCache.Key: Bitmap]>([:])
        DispatchQueue.concurrentPerform(iterations: 2) { [self] _ in
            while failure.withLock({ $0 == nil }) {
                let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard place < conditions.count else { return }
                let (leaf, instant) = conditions[place]
                do {
                    if let few = few[key(of: leaf, at: instant)] {
                        let members = try members(of: leaf, at: instant, among: few)
                        answers.withLock { $0[key(of: leaf, at: instant)] = members }
                    } else {
                        _ = try members(of: .leaf(leaf), asOf: instant)
                    }
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        narrowed = answers.withLock { $0 }
    }

    /// Whether the store is large enough that a second thread is worth it.
    var isShared: Bool { evaluator.population.profiles.count >= evaluator.options.leastProfilesShared }

    private func gather(
        _ node: Plan.Node, asOf instant: Instant, into open: inout [(leaf: Plan.Leaf, instant: Instant)]
    ) {
        switch node {
        case .all(let parts), .any(let parts): for part in parts { gather(part, asOf: instant, into: &open) }
        case .not(let part): gather(part, asOf: instant, into: &open)
        case .asOf(let other, let part): gather(part, asOf: other, into: &open)
        case .leaf(let leaf):
            let isThere = open.contains { $0.leaf.filter == leaf.filter && $0.instant == instant }
            if !isThere, !evaluator.cache.knows(key(of: leaf, at: instant)) { open.append((leaf, instant)) }
        }
    }

    func key(of leaf: Plan.Leaf, at instant: Instant) -> EvaluationCache.Key {
        EvaluationCache.Key(question: .condition(leaf.filter), asOf: instant, version: evaluator.version)
    }
}
