public import Customers
public import Phrases

/// Why a filter that reads well cannot be asked of this workspace.
///
/// Made by those who know the workspace's names; it points at its place like a `SyntaxError`.
public struct FilterError: Diagnostic, Hashable {
    /// What is wrong, as facts.
    public enum Reason: Hashable, Sendable {
        case unknownTrait(String, nearest: [String])
        case unknownEvent(String, nearest: [String])
        /// The event is nil where any event is meant.
        case unknownProperty(String, event: String?, nearest: [String])
        case unknownSegment(String, nearest: [String])
        case unknownFunnel(String, nearest: [String])
        case unknownScore(String, nearest: [String])
        case unknownPurpose(String, nearest: [String])
        /// A test that the type of the value does not take, and the form that it does.
        case unfitTest(name: String, type: ValueType, instead: String)
        /// A step beyond the last one of a saved funnel, which has so many.
        case stepBeyondFunnel(String, steps: Int)
        /// Segments that refer to each other in a circle: the names in order, the first again at the end.
        case cycle([String])
    }

    public let reason: Reason
    public let place: Range<Int>?
    public let fixes: [Fix]

    /// Makes an error; the nearest names become fixes where the place is known.
    ///
    /// - Parameters:
    ///   - reason: what is wrong.
    ///   - place: the name's range, from `ParsedFilter`.
    public init(_ reason: Reason, at place: Range<Int>? = nil) {
        self.reason = reason
        self.place = place
        fixes = place.map { place in reason.replacements.map { Fix(place, $0) } } ?? []
    }

    public var phrase: Phrase {
        switch reason {
        case .unknownTrait(let name, let nearest):
            unknown(Phrase("fault.trait", "There is no trait ‘%1’", name), nearest)
        case .unknownEvent(let name, let nearest):
            unknown(Phrase("fault.event", "There is no event ‘%1’", name), nearest)
        case .unknownProperty(let name, let event?, let nearest):
            unknown(Phrase("fault.property.of", "There is no property ‘%1’ of the event ‘%2’", name, event), nearest)
        case .unknownProperty(let name, nil, let nearest):
            unknown(Phrase("fault.property", "There is no property ‘%1’", name), nearest)
        case .unknownSegment(let name, let nearest):
            unknown(Phrase("fault.segment", "There is no segment ‘%1’", name), nearest)
        case .unknownFunnel(let name, let nearest):
            unknown(Phrase("fault.funnel", "There is no funnel ‘%1’", name), nearest)
        case .unknownScore(let name, let nearest):
            unknown(Phrase("fault.score", "There is no score ‘%1’", name), nearest)
        case .unknownPurpose(let name, let nearest):
            unknown(Phrase("fault.purpose", "There is no purpose of consents ‘%1’", name), nearest)
        case .unfitTest(let name, let type, let instead):
            Phrase("fault.unfit", "‘%1’ is %3; test it with ‘%2’.", name, instead).with(type.phrase)
        case .stepBeyondFunnel(let name, let steps):
            Phrase(
                "fault.beyond", one: "The funnel ‘%1’ has %2 step.", other: "The funnel ‘%1’ has %2 steps.",
                count: steps, name, "\(steps)")
        case .cycle(let names):
            Phrase(
                "fault.cycle", "Segments refer to each other in a circle: %1.",
                names.map { "‘\($0)’" }.joined(separator: " → "))
        }
    }

    /// What is unknown, with the names that may be meant.
    private func unknown(_ what: Phrase, _ nearest: [String]) -> Phrase {
        let names = nearest.map { "‘\($0)’" }
        guard let last = names.last else { return Phrase("fault.unknown", "%1.").with(what) }
        guard names.count > 1 else {
            return Phrase("fault.unknown.near", "%2; did you mean %1?", last).with(what)
        }
        let others = names.dropLast().joined(separator: ", ")
        return Phrase("fault.unknown.either", "%3; did you mean %1 or %2?", others, last).with(what)
    }
}

extension ValueType {
    /// A value of the type, as a part of a sentence.
    fileprivate var phrase: Phrase {
        switch self {
        case .text: Phrase("fault.is.text", "a text")
        case .number: Phrase("fault.is.number", "a number")
        case .integer: Phrase("fault.is.integer", "an integer")
        case .boolean: Phrase("fault.is.boolean", "a boolean")
        case .date: Phrase("fault.is.date", "a date")
        case .timestamp: Phrase("fault.is.timestamp", "a timestamp")
        case .money: Phrase("fault.is.money", "a money")
        case .list: Phrase("fault.is.list", "a list")
        }
    }
}

extension FilterError.Reason {
    /// The nearest names as they are written in a filter.
    fileprivate var replacements: [String] {
        switch self {
        case .unknownTrait(_, let nearest), .unknownEvent(_, let nearest), .unknownProperty(_, _, let nearest),
            .unknownScore(_, let nearest), .unknownPurpose(_, let nearest):
            nearest.map(printed(name:))
        case .unknownSegment(_, let nearest), .unknownFunnel(_, let nearest): nearest.map(quoted(text:))
        case .unfitTest, .stepBeyondFunnel, .cycle: []
        }
    }
}
