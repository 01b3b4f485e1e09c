import Terminal

/// A value that is asked for, and how far it can be trusted while the answer is under way.
struct Asked<Value: Hashable & Sendable>: Hashable, Sendable {
    private(set) var question: Question?
    /// The last answer, maybe to an earlier question.
    private(set) var value: Value?
    private(set) var failure: Failure?
    private var answered: Question?

    /// Whether the value answers the question as it stands.
    var isFresh: Bool { value != nil && answered == question }

    /// Whether nothing more will come to the question as it stands.
    var isSettled: Bool { isFresh || failure != nil }

    var certainty: Certainty { isFresh ? .exact : .stale }

    /// Asks, unless this is known, under way, or has just failed.
    mutating func ask(_ question: Question, in context: inout Context) {
        if question != self.question { failure = nil }
        let isKnown = value != nil && answered == question || failure != nil
        self.question = question
        guard !isKnown, !context.desk.isWaiting(for: question) else { return }
        context.ask(question)
    }

    /// Takes an answer, if it is one to the question as it stands.
    @discardableResult
    mutating func take(_ value: Value, to question: Question) -> Bool {
        guard question == self.question else { return false }
        self.value = value
        answered = question
        failure = nil
        return true
    }

    /// Takes the news that there is no answer.
    @discardableResult
    mutating func fail(_ failure: Failure, at question: Question) -> Bool {
        guard question == self.question else { return false }
        self.failure = failure
        return true
    }

    /// Forgets that the value was good: the data has changed, or the user wants it anew.
    mutating func outdate() {
        answered = nil
        failure = nil
    }

    /// Forgets everything.
    mutating func clear() {
        self = Asked()
    }
}
