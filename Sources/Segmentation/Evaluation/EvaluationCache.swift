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
            /// What an aggregate tests, for every profile.
            case figures(FigureQuestion)
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
        if case .bitmap(let known) = known(key) { return known }
        let bitmap = try answer()
        state.withLock { insert(.bitmap(bitmap), for: key, in: &$0) }
        return bitmap
    }

    /// The figures of a question, from the cache or else from `answer`.
    func figures(for key: Key, otherwise answer: () throws -> Figures) rethrows -> Figures {
        if case .figures(let known) = known(key) { return known }
        let figures = try answer()
        state.withLock { insert(.figures(figures), for: key, in: &$0) }
        return figures
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

/// An aggregate without what is asked of it, over certain rows.
///
/// Dates between which nothing happened have their figures in common.
struct FigureQuestion: Hashable, Sendable {
    private let aggregate: Aggregate
    /// The first row and the one after the last in each table that is meant.
    private let rows: [Range<Int>]
    /// The date asked about, where more than the rows hangs on it.
    private let now: Int64?

    init(_ aggregate: Aggregate, of events: EventCondition, in window: ResolvedWindow, now: Int64) {
        var aggregate = aggregate
        aggregate.test = .exists
        self.aggregate = aggregate
        let span = window.span.clamped(to: .min..<now)
        rows = events.sources.map { $0.times.rows(in: span) }
        self.now = window.edges != nil || events.sources.contains { $0.predicate != nil } ? now : nil
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
