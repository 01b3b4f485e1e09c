public import Customers

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

    public var description: String {
        switch reason {
        case .unknownTrait(let name, let nearest): sentence("trait", name, nearest)
        case .unknownEvent(let name, let nearest): sentence("event", name, nearest)
        case .unknownProperty(let name, let event?, let nearest):
            sentence("property", name, nearest, of: " of the event ‘\(event)’")
        case .unknownProperty(let name, nil, let nearest): sentence("property", name, nearest)
        case .unknownSegment(let name, let nearest): sentence("segment", name, nearest)
        case .unknownFunnel(let name, let nearest): sentence("funnel", name, nearest)
        case .unknownScore(let name, let nearest): sentence("score", name, nearest)
        case .unknownPurpose(let name, let nearest): sentence("purpose of consents", name, nearest)
        case .unfitTest(let name, let type, let instead):
            "‘\(name)’ is \(type == .integer ? "an" : "a") \(type.rawValue); test it with ‘\(instead)’."
        case .stepBeyondFunnel(let name, let steps): "The funnel ‘\(name)’ has \(steps) steps."
        case .cycle(let names):
            "Segments refer to each other in a circle: \(names.map { "‘\($0)’" }.joined(separator: " → "))."
        }
    }

    private func sentence(_ kind: String, _ name: String, _ nearest: [String], of owner: String = "") -> String {
        let unknown = "There is no \(kind) ‘\(name)’\(owner)"
        guard !nearest.isEmpty else { return unknown + "." }
        return "\(unknown); did you mean \(listed(nearest.map { "‘\($0)’" }, "or"))?"
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

/// Such as `a`, `a or b`, `a, b or c`.
func listed(_ items: [String], _ joint: String) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(joint) " + last
}
