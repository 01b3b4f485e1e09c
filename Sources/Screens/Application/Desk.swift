/// The questions that wait for an answer, one for each purpose.
struct Desk: Hashable, Sendable {
    private(set) var waiting: [Slot: Request] = [:]
    private var generation = 0

    var isEmpty: Bool { waiting.isEmpty }

    /// Takes a question up in place of the one that waits in its slot.
    mutating func take(_ question: Question, isAhead: Bool = false) -> Request {
        generation += 1
        let request = Request(question, generation: generation, isAhead: isAhead)
        waiting[request.slot] = request
        return request
    }

    /// Whether something is awaited that is in view.
    var isPressed: Bool { waiting.values.contains { !$0.isAhead } }

    func isWaiting(for question: Question) -> Bool { waiting[question.slot]?.question == question }

    func awaits(_ request: Request) -> Bool { waiting[request.slot] == request }

    /// Takes a request off the desk.
    ///
    /// - Returns: whether it still waited; an answer to one that did not is of no interest any more.
    mutating func settle(_ request: Request) -> Bool {
        guard awaits(request) else { return false }
        waiting[request.slot] = nil
        return true
    }

    /// Takes everything off the desk and hands it back.
    mutating func clear() -> [Request] {
        defer { waiting = [:] }
        return waiting.values.sorted { $0.generation < $1.generation }
    }

    /// Takes what waits in a slot off the desk.
    mutating func clear(_ slot: Slot) -> Request? { waiting.removeValue(forKey: slot) }
}
