import Filters

/// Events that must follow one another.
struct SequenceCondition: Sendable {
    /// One event of the sequence; the first is never negated, has no length of time and no join.
    struct Step: Sendable {
        let events: EventCondition
        /// Whether no such event may happen in that time.
        var isNegated = false
        /// How long after the step before it the event may happen; none for the first, and for a last one that must not
        /// have happened since.
        var within: Span?
        /// The property in which the event and the one before it must agree.
        var join: EventSequence.Step.Join?
    }

    /// Two or more.
    let steps: [Step]

    /// Whether the latest event of each step is all that later steps need to know.
    ///
    /// So it is without joins, and where nothing follows a step that must not happen.
    var isPlain: Bool {
        steps.allSatisfy { $0.join == nil } && steps.dropLast().allSatisfy { !$0.isNegated }
    }

    /// Whether an event that is joined by a property must not happen after a step.
    func cutsWays(of join: EventSequence.Step.Join, after number: Int) -> Bool {
        steps[(number + 1)...].contains { $0.isNegated && $0.join == join }
    }
}
