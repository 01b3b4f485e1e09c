import Dispatch
import Synchronization

/// Does parts of a work on a thread each, and hands out what came of them in the order of the parts.
///
/// Only the part that the caller's own thread does sees that the task is cancelled.
///
/// - Throws: what a part threw, the first of them.
public func shared<Outcome: Sendable>(_ parts: Int, _ work: @Sendable (_ part: Int) throws -> Outcome) throws
    -> [Outcome]
{
    guard parts > 1 else { return try (0..<parts).map(work) }
    let outcomes = Mutex<[Int: Result<Outcome, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
        let outcome = Result { try work(part) }
        outcomes.withLock { $0[part] = outcome }
    }
    let all = outcomes.withLock { $0 }
    return try (0..<parts).compactMap { try all[$0]?.get() }
}
