public import Customers
public import Filters

/// How many get how far in a funnel.
public struct FunnelReport: Hashable, Sendable {
    /// One step.
    public struct Step: Hashable, Sendable {
        /// The event with its condition.
        public let name: String
        /// Profiles, or attempts, that reached the step: those of the next three figures together.
        public let profiles: Int
        /// Of them those that reached the next step; all of them at the last one.
        public let converted: Int
        /// Of them those that got no further and no longer can.
        public let dropped: Int
        /// Of them those that can still get further.
        public let open: Int
        /// The lower median of the time from the step before, in seconds, over all that reached the step.
        public let medianSeconds: Double?
        /// The same over those alone that got to the last step.
        public let medianSecondsOfConverted: Double?

        public init(
            name: String, profiles: Int, converted: Int, dropped: Int, open: Int, medianSeconds: Double?,
            medianSecondsOfConverted: Double?
        ) {
            (self.name, self.profiles, self.converted) = (name, profiles, converted)
            (self.dropped, self.open) = (dropped, open)
            (self.medianSeconds, self.medianSecondsOfConverted) = (medianSeconds, medianSecondsOfConverted)
        }
    }

    /// The steps of all, or of a group.
    public struct Part: Hashable, Sendable {
        public let steps: [Step]
        /// The lower median of the time from the beginning to the last step, in seconds.
        public let medianSeconds: Double?

        public init(steps: [Step], medianSeconds: Double?) {
            (self.steps, self.medianSeconds) = (steps, medianSeconds)
        }

        /// Profiles, or attempts, that entered.
        public var entered: Int { steps[0].profiles }
        /// Those that got to the last step.
        public var converted: Int { steps[steps.count - 1].profiles }
        /// Those that can still get further, whatever step they are at.
        public var open: Int { steps.reduce(0) { $0 + $1.open } }
    }

    /// What entered in one period.
    public struct TrendPoint: Hashable, Sendable {
        /// The first local day of the period.
        public let start: CivilDate
        public let entered: Int
        public let converted: Int
        public let open: Int

        public init(start: CivilDate, entered: Int, converted: Int, open: Int) {
            (self.start, self.entered, self.converted, self.open) = (start, entered, converted, open)
        }
    }

    public let question: FunnelQuestion
    public let whole: Part
    /// The groups of the split and what they did; empty without one.
    public let groups: [Part]
    public let split: FunnelSplit?
    /// By the beginning of attempts.
    public let trend: [TrendPoint]
    /// The time from the beginning to the last step.
    public let timeToConvert: DurationHistogram
    /// The events that were followed.
    public let events: Int

    public init(
        question: FunnelQuestion, whole: Part, groups: [Part], split: FunnelSplit?, trend: [TrendPoint],
        timeToConvert: DurationHistogram, events: Int
    ) {
        (self.question, self.whole, self.groups, self.split) = (question, whole, groups, split)
        (self.trend, self.timeToConvert, self.events) = (trend, timeToConvert, events)
    }
}

extension FunnelReport {
    /// The filter that holds the people of a step and state.
    ///
    /// `step` counts from 1; `reference` names the funnel by its steps or as a saved one; attempts begin in `time`; `group`
    /// is the place of a group, none for all.
    public func filter(
        _ state: FunnelState, at step: Int, of reference: FunnelReference, begun time: TimeRange?, in group: Int? = nil
    ) -> Filter {
        var condition = FunnelCondition(state, step: step, of: reference, time: time)
        guard let group, let split else { return .funnelStep(condition) }
        let kind = split.groups[group].kind
        switch split.subject {
        case .trait(let trait): return .all(FunnelSplit.filter(trait, is: kind).flattened + [.funnelStep(condition)])
        case .property(let name, let touch):
            condition.condition = FunnelSplit.predicate(name, is: kind)
            condition.touch = touch
        case .eachValue(let name) where question.funnel.startsAtFirst:
            // A person has one event that begins attempts, and so one value: another condition would make another event the first.
            condition.condition = FunnelSplit.predicate(name, is: kind)
            condition.touch = .first
        case .eachValue(let name):
            var funnel = question.funnel
            let known = funnel.steps[0].condition
            let added = FunnelSplit.predicate(name, is: kind)
            funnel.steps[0].condition = known.map { .all([$0, added]) } ?? added
            condition.funnel = .defined(funnel)
        }
        return .funnelStep(condition)
    }
}

extension Filter {
    /// The operands of a group of `and`, or the filter itself.
    fileprivate var flattened: [Filter] {
        if case .all(let operands) = self { return operands }
        return [self]
    }
}
