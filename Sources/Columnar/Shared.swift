import Dispatch
import Synchronization

/// Does parts of a work on a thread each, and hands out what came of them in the order of the parts.
///
/// Only the part that the caller's own thread does sees that the task is cancelled.
///
/// - Throws: what a part threw, the first of them.
public func shared<Outcome: Sendable, Failure: Error>(
    _ parts: Int, _ work: @Sendable (_ part: Int) throws(Failure) -> Outcome
) throws(Failure) -> [Outcome] {
    let outcomes = Mutex<[Int: Result<Outcome, Failure>]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
        let outcome = Result<Outcome, Failure> { () throws(Failure) in try work(part) }
        outcomes.withLock { $0[part] = outcome }
    }
    let all = outcomes.withLock { $0 }
    var values: [Outcome] = []
    for part in 0..<parts {
        if let outcome = all[part] { values.append(try outcome.get()) }
    }
    return values
}
