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
            /// What a condition asks a figure of, for every profile.
            case figures(FigureQuestion)
            /// The profiles whose trait passes a test where its changes from one on are undone.
            case trait(String, ColumnTest.Kind, undone: Int)
        }

        let question: Question
        let asOf: Instant
        let version: Int
    }

    private enum Answer {
        case bitmap(Bitmap)
        case figures(Figures)

        /// The bytes that the answer takes, with what it takes besides to be kept.
        var byteCount: Int {
            switch self {
            case .bitmap(let bitmap): bitmap.byteCount
            case .figures(let figures): figures.byteCount
            }
        }
    }

    private struct State {
        var answers: [Key: (answer: Answer, used: Int)] = [:]
        var bytes = 0
        var clock = 0
        /// Questions that were asked a first time, the last of them at the end.
        var asked: [Key] = []
    }

    /// Questions of which it is known that they were asked.
    private static let mostAsked = 16

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
        if case .bitmap(let known) = known(key) { return known }
        let bitmap = try answer()
        state.withLock { insert(.bitmap(bitmap), for: key, in: &$0) }
        return bitmap
    }

    /// Whether the answer to a question is there.
    func knows(_ key: Key) -> Bool { known(key) != nil }

    /// The figures of a question, from the cache or else from `answer`.
    func figures(for key: Key, otherwise answer: () throws -> Figures) rethrows -> Figures {
        if case .figures(let known) = known(key) { return known }
        let figures = try answer()
        state.withLock { insert(.figures(figures), for: key, in: &$0) }
        return figures
    }

    /// Whether a question was asked not long ago; afterwards it was.
    func wasAsked(_ key: Key) -> Bool {
        state.withLock { state in
            if state.asked.contains(key) { return true }
            state.asked.append(key)
            if state.asked.count > Self.mostAsked { state.asked.removeFirst() }
            return false
        }
    }

    private func known(_ key: Key) -> Answer? {
        state.withLock { state in
            state.clock += 1
            state.answers[key]?.used = state.clock
            return state.answers[key]?.answer
        }
    }

    private func insert(_ answer: Answer, for key: Key, in state: inout State) {
        let size = answer.byteCount
        guard size <= capacity else { return }
        if let old = state.answers.removeValue(forKey: key) { state.bytes -= old.answer.byteCount }
        if state.bytes + size > capacity { evict(from: &state, toFit: size) }
        state.answers[key] = (answer, state.clock)
        state.bytes += size
    }

    private func evict(from state: inout State, toFit size: Int) {
        // Down to three quarters, so that sorting is rare.
        let target = max(0, min(capacity - size, capacity / 4 * 3))
        for (key, answer) in state.answers.sorted(by: { $0.value.used < $1.value.used }) {
            guard state.bytes > target else { return }
            state.answers[key] = nil
            state.bytes -= answer.answer.byteCount
        }
    }
}

extension Bitmap {
    fileprivate var byteCount: Int { words.count * 8 + 256 }
}

extension Figures {
    fileprivate var byteCount: Int {
        switch self {
        case .integers(let values, let present): values.count * 8 + (present?.byteCount ?? 256)
        case .numbers(let values, let present): values.count * 8 + (present?.byteCount ?? 256)
        }
    }
}
