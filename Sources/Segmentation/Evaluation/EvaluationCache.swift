import Columnar
import Customers
import Filters
import Synchronization

/// Answers to single conditions, kept so that an edit asks only what changed.
///
/// Answers are found by what was asked: the condition, the date and the state of the store. The answers that were
/// longest out of use make room for new ones.
public final class EvaluationCache: Sendable {
    struct Key: Hashable, Sendable {
        enum Question: Hashable, Sendable {
            case base
            /// The records that are not at the place of their profile.
            case moved
            case condition(Filter)
            /// A sample of all profiles, the same at every instant.
            case sample(parts: Int, salt: String)
        }

        let question: Question
        let asOf: Instant
        let version: Int
    }

    private struct State {
        var answers: [Key: (bitmap: Bitmap, used: Int)] = [:]
        var bytes = 0
        var clock = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// Makes an empty cache.
    ///
    /// - Parameter capacity: the bytes that answers may take together; a million profiles take 125 KB an answer.
    public init(capacity: Int = 64 << 20) {
        self.capacity = capacity
    }

    /// The bytes that the answers take now.
    public var bytes: Int { state.withLock { $0.bytes } }

    /// Forgets all answers.
    public func removeAll() {
        state.withLock { $0 = State() }
    }

    /// The answer to a question, from the cache or else from `answer`.
    ///
    /// Two threads that ask the same at once may both work it out.
    func bitmap(for key: Key, otherwise answer: () throws -> Bitmap) rethrows -> Bitmap {
        let known = state.withLock { state in
            state.clock += 1
            state.answers[key]?.used = state.clock
            return state.answers[key]?.bitmap
        }
        if let known { return known }
        let bitmap = try answer()
        state.withLock { insert(bitmap, for: key, in: &$0) }
        return bitmap
    }

    private func insert(_ bitmap: Bitmap, for key: Key, in state: inout State) {
        let size = bitmap.byteCount
        guard size <= capacity else { return }
        if let old = state.answers.removeValue(forKey: key) { state.bytes -= old.bitmap.byteCount }
        if state.bytes + size > capacity { evict(from: &state, toFit: size) }
        state.answers[key] = (bitmap, state.clock)
        state.bytes += size
    }

    private func evict(from state: inout State, toFit size: Int) {
        // Down to three quarters, so that sorting is rare.
        let target = max(0, min(capacity - size, capacity / 4 * 3))
        for (key, answer) in state.answers.sorted(by: { $0.value.used < $1.value.used }) {
            guard state.bytes > target else { return }
            state.answers[key] = nil
            state.bytes -= answer.bitmap.byteCount
        }
    }
}

extension Bitmap {
    /// The bytes that the set takes, with what a kept answer takes besides.
    fileprivate var byteCount: Int { words.count * 8 + 256 }
}
