import Columnar
public import Customers
public import Filters

extension Evaluator {
    /// Why the one profile of a population that was cut to it is a member of a filter, or is not.
    ///
    /// - Parameters:
    ///   - filter: the filter.
    ///   - instant: the date asked about; what became known later must not be in the population.
    ///   - knowledge: what is known of derived figures.
    ///   - horizon: how far ahead a change is looked for; clocks are foreseen until the year 2200.
    /// - Returns: the answer, the tree of the filter with what decides, and when time alone turns the answer.
    /// - Throws: as `members(of:asOf:)` does.
    public func reasons(
        for filter: Filter, asOf instant: Instant, knowing knowledge: ProfileKnowledge,
        upTo horizon: Instant = .horizon
    ) throws -> MembershipReasons {
        let reasoner = Reasoner(evaluator: self, knowledge: knowledge)
        let root = try reasoner.node(filter, asOf: instant)
        return MembershipReasons(
            isMember: root.holds, root: root,
            changesAt: try turn(of: filter, after: instant, upTo: horizon, knowing: knowledge),
            held: try held(filter, knowing: knowledge))
    }

    /// The first instant at which the answer for the one profile is another than at an instant.
    public func turn(
        of filter: Filter, after instant: Instant, upTo horizon: Instant = .horizon, knowing knowledge: ProfileKnowledge
    ) throws -> Instant? {
        let isMember = try holds(filter, asOf: instant)
        for turn in try turns(
            of: filter, after: instant.milliseconds, upTo: horizon.milliseconds, knowing: knowledge)
        {
            try Task.checkCancellation()
            if try holds(filter, asOf: Instant(milliseconds: turn)) != isMember { return Instant(milliseconds: turn) }
        }
        return nil
    }

    /// The instants at which the answer for the one profile may turn, rising.
    public func turns(
        of filter: Filter, after start: Int64, upTo end: Int64, knowing knowledge: ProfileKnowledge
    ) throws -> [Int64] {
        try TurningPoints(evaluator: self, knowledge: knowledge).turns(of: filter, after: start, upTo: end).sorted()
    }

    /// Whether the one profile of the population is a member.
    public func holds(_ filter: Filter, asOf instant: Instant) throws -> Bool {
        try members(of: filter, asOf: instant)[0]
    }

    /// The conditions on figures whose changes cannot be told, in reading order.
    private func held(_ filter: Filter, knowing knowledge: ProfileKnowledge) throws -> [String] {
        var texts: [String] = []
        for node in filter.nodes {
            guard let derivation = node.filter.derivation else { continue }
            let isUnknown = try knowledge.turns(derivation, 0..<1) == nil
            if isUnknown, !texts.contains(node.filter.text) { texts.append(node.filter.text) }
        }
        return texts
    }
}

extension Instant {
    /// The end of what calendars foresee: 2200-01-01T00:00:00Z.
    public static let horizon = Instant(seconds: 7_258_118_400)
}

extension Filter {
    /// The figure of a condition on one.
    public var derivation: Derivation? {
        switch self {
        case .derived(let measure, _): .measure(measure)
        case .membership(.member(let name)), .membership(.entered(let name, _)), .membership(.left(let name, _)):
            .member(of: name)
        case .reachable(let channel): .reachable(channel)
        case .consents(let channel, let purpose): .consents(channel, purpose: purpose)
        default: nil
        }
    }
}
