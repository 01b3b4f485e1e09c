public import Filters
public import Phrases

/// The events that a report means: those of one name, or any, with a condition on their properties where there is one.
///
///     try ReportEvent(parsing: "purchase where category = \"boots\"")
public struct ReportEvent: Hashable, Sendable {
    /// Which events; `order` and `purchase` are orders too.
    public let name: EventName
    /// What their properties must satisfy, none for all of them.
    public let condition: Predicate?

    /// Events of a name, or any, with a condition or without.
    public init(_ name: EventName, where condition: Predicate? = nil) {
        self.name = name
        self.condition = condition
    }

    /// Reads what may stand after `did` in a filter: a name, and `where` with a condition.
    ///
    /// - Throws: `SyntaxError` with places in ``question(_:)``, or `ReportEventError` for a count, a time or more events.
    public init(parsing text: String) throws {
        let filter = try Filter(parsing: Self.question(text))
        guard case .performed(let performance) = filter, !performance.isNegated, performance.count == nil,
            performance.time == nil
        else { throw ReportEventError(text: text) }
        self.init(performance.event, where: performance.condition)
    }

    /// The events as the filter language writes them after `did`.
    public var text: String {
        String(Filter.performed(Performance(name, where: condition)).text.dropFirst(Self.question("").count))
    }

    /// The filter that a text of events is read as.
    public static func question(_ text: String) -> String { "did " + text }
}

/// A text that says more than which events are meant.
public struct ReportEventError: Phrased, Hashable, CustomStringConvertible {
    /// What was written.
    public let text: String

    public var description: String { phrase.description }

    public var phrase: Phrase {
        Phrase(
            "fault.event.more",
            "‘%1’ says more than an event; write its name, and ‘where’ with a condition if only some of them are meant.",
            text)
    }
}
