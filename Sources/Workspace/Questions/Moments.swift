public import Customers
import Filters
public import Phrases

/// A text that names no time.
public struct TimeProblem: Phrased, Equatable, CustomStringConvertible {
    public var description: String { phrase.description }

    public var phrase: Phrase {
        Phrase("time.wrong", "This is no time; write 2026-01-01, 2026-05-01T10:00 or 2026-05-01T10:00Z.")
    }
}

extension Session {
    /// The instant that a text names: a date is its local midnight, a time without a zone is local.
    public func instant(of text: String) throws -> Instant {
        guard let instant = try current().calendar.instant(parsing: text) else { throw TimeProblem() }
        return instant
    }
}
