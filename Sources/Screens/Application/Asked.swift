import Terminal

/// A value that is asked for, and how far it can be trusted while the answer is under way.
struct Asked<Value: Hashable & Sendable>: Hashable, Sendable {
    private(set) var question: Question?
    /// The last answer, maybe to an earlier question.
    private(set) var value: Value?
    private(set) var failure: Failure?
    private var answered: Question?
    /// The question that the value answers only about.
    private var estimated: Question?
    /// The question whose answer the data has outlived.
    private var outdated: Question?
    /// The answer before the last one, where the data changed it.
    private(set) var previous: Value?

    /// Whether the value answers the question as it stands.
    var isFresh: Bool { value != nil && answered == question }

    /// Whether nothing more will come to the question as it stands.
    var isSettled: Bool { isFresh || failure != nil }

    var certainty: Certainty {
        isFresh ? .exact : estimated != nil && estimated == question ? .estimate : .stale
    }

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
        previous = outdated == question && self.value != value ? self.value : nil
        (outdated, estimated) = (nil, nil)
        self.value = value
        answered = question
        failure = nil
        return true
    }

    /// Takes about what the answer will be; an exact one that the data has outlived says more.
    mutating func estimate(_ value: Value, of question: Question) {
        guard question == self.question, !isFresh, outdated != question else { return }
        (self.value, answered, estimated) = (value, nil, question)
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
        outdated = answered ?? outdated
        answered = nil
        failure = nil
    }

    /// Forgets that the last answer was another than the one before.
    mutating func settle() { previous = nil }

    /// Forgets everything.
    mutating func clear() {
        self = Asked()
    }
}

extension Context {
    /// A number of an answer with the sign of its certainty; one that a change of the data moved shows which way it went.
    func figure<Value>(_ asked: Asked<Value>, _ number: (Value) -> Int) -> Line {
        guard let value = asked.value else { return Line(String(drawing.glyphs.ellipsis), .muted) }
        let text = Numbers.grouped(number(value))
        guard let previous = asked.previous, asked.isFresh else {
            return asked.certainty.line(text, glyphs: drawing.glyphs)
        }
        let before = number(previous)
        guard before != number(value) else { return Line(text) }
        let sign = before < number(value) ? drawing.glyphs.up : drawing.glyphs.down
        return Line("\(sign)\(text)", Style(.fresh, .bold))
    }
}
