public import Customers

/// The date of a question.
public enum Moment: Hashable, Sendable {
    /// The instant at which the question is asked.
    case now
    /// The local midnight at which a day begins, in the workspace's zone.
    case day(CivilDate)
    case instant(Instant)
}
