public import Columnar
public import Customers
public import Filters

extension Evaluator {
    /// Calls `body` with the members of a filter at each of some dates.
    ///
    /// What a condition says of all time is carried from one date to the next, so that only what happened between them is
    /// read; conditions on traits that nothing changes, and groups of such, are asked once.
    ///
    /// - Parameters:
    ///   - filter: the filter.
    ///   - dates: the dates, rising.
    ///   - body: takes the date and the members.
    /// - Throws: as `members(of:asOf:)` does, or what `body` throws.
    public func history(
        of filter: Filter, at dates: [Instant], _ body: (Instant, Bitmap) throws -> Void
    ) throws {
        guard let first = dates.first, let last = dates.last else { return }
        var history = History(
            evaluator: self, last: last, lastBase: base(asOf: last),
            memories: try memories(of: filter, from: first, to: last))
        for date in dates {
            try Task.checkCancellation()
            history.base = base(asOf: date)
            if let still = try history.still(at: []) {
                try body(date, still)
            } else {
                let plan = try plan(for: filter, asOf: date)
                try body(date, try history.members(of: plan.root, at: [], asOf: date))
            }
        }
    }

    /// What is carried on for each condition that allows it, by its place.
    private func memories(of filter: Filter, from first: Instant, to last: Instant) throws -> [[Int]: History.Memory] {
        var memories: [[Int]: History.Memory] = [:]
        for node in filter.nodes where !filter.isDated(at: node.path) {
            let starts = try plan(for: node.filter, asOf: first).root
            let ends = try plan(for: node.filter, asOf: last).root
            guard case (.leaf(let start), .leaf(let end)) = (starts, ends) else { continue }
            switch (node.filter, start.condition, end.condition) {
            case (.trait, .trait(let trait, let test), .trait(_, let later)) where test == later:
                if !trait.changes(between: first, and: last) { memories[node.path] = .still(end.filter) }
            case (.performed(let performance), .performed(let counts), _) where performance.isOfAllTime:
                guard let count = counts.first, !count.bounds.isEmpty else { continue }
                memories[node.path] = .counts(EventTally(profiles: population.profiles.count, count))
            case (.aggregate(let asked), .aggregate(let aggregate), _) where asked.isOfAllTime:
                guard let tally = AggregateTally(profiles: population.profiles.count, aggregate) else { continue }
                memories[node.path] = .figures(tally)
            default: continue
            }
        }
        // A group is read before its parts.
        for node in filter.nodes.reversed() {
            let parts = node.filter.operands.indices.map { memories[node.path + [$0]] }
            guard !parts.isEmpty, parts.allSatisfy({ $0?.isStill ?? false }) else { continue }
            switch node.filter {
            case .all, .any, .not: memories[node.path] = .still(node.filter)
            default: continue
            }
        }
        return memories
    }
}

/// Evaluates a filter at one date after the other.
private struct History {
    enum Memory {
        /// Whoever it holds for in the end, it held for as long as they existed.
        case still(Filter)
        /// The same, asked.
        case known(Bitmap)
        /// The events so far.
        case counts(EventTally)
        /// A figure of the events so far.
        case figures(AggregateTally)

        var isStill: Bool {
            if case .still = self { true } else { false }
        }
    }

    let evaluator: Evaluator
    let last: Instant
    /// The profiles that exist at the last date, among whom all members are.
    let lastBase: Bitmap
    var memories: [[Int]: Memory]
    /// The profiles that exist at the present date.
    var base = Bitmap(rows: 0)

    /// The members of what changes only by who exists; none where more changes it.
    mutating func still(at path: [Int]) throws -> Bitmap? {
        switch memories[path] {
        case .known(let members): return existing(members)
        case .still(let filter):
            let members = try evaluator.members(of: filter, asOf: last)
            memories[path] = .known(members)
            return existing(members)
        default: return nil
        }
    }

    /// Those of the members at the last date who exist at the present one.
    private func existing(_ members: Bitmap) -> Bitmap { base.isSame(as: lastBase) ? members : base & members }

    mutating func members(of node: Plan.Node, at path: [Int], asOf instant: Instant) throws -> Bitmap {
        if let still = try still(at: path) { return still }
        switch node {
        case .all(let parts):
            var members = base
            for (number, part) in parts.enumerated() {
                members &= try self.members(of: part, at: path + [number], asOf: instant)
            }
            return members
        case .any(let parts):
            var members = Bitmap(rows: base.rows)
            for (number, part) in parts.enumerated() {
                members |= try self.members(of: part, at: path + [number], asOf: instant)
            }
            return members
        case .not(let part):
            var members = base
            members.subtract(try self.members(of: part, at: path + [0], asOf: instant))
            return members
        case .asOf, .leaf:
            switch memories[path] {
            case .counts(var tally):
                // Not held twice, so that it is counted on in place.
                memories[path] = nil
                try tally.advance(to: instant, evaluator)
                memories[path] = .counts(tally)
                return base & tally.members
            case .figures(var tally):
                memories[path] = nil
                let members = try tally.advance(to: instant, evaluator)
                memories[path] = .figures(tally)
                return base & members
            case .still, .known, nil: return try evaluator.members(of: Plan(asOf: instant, root: node))
            }
        }
    }
}

extension Trait {
    /// Whether the value of any record changes in a stretch of time.
    fileprivate func changes(between first: Instant, and last: Instant) -> Bool {
        guard let times = changes?.times else { return false }
        return times.lowerBound(first.milliseconds) < times.lowerBound(last.milliseconds)
    }
}

extension Filter {
    /// Whether what stands at a path is asked at another date.
    fileprivate func isDated(at path: [Int]) -> Bool {
        var filter = self
        for step in path {
            if case .asOf = filter { return true }
            filter = filter.operands[step]
        }
        return false
    }
}

extension Performance {
    /// Whether the same events count at every date, once they are past.
    fileprivate var isOfAllTime: Bool { time == nil && condition?.isTimeless ?? true }
}

extension Aggregate {
    /// Whether the same events make the figure at every date, once they are past.
    fileprivate var isOfAllTime: Bool { time == nil && condition?.isTimeless ?? true }
}

extension Predicate {
    /// Whether no test moves with time, or hangs on a trait.
    fileprivate var isTimeless: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.allSatisfy(\.isTimeless)
        case .not(let part): part.isTimeless
        case .property(_, .time), .property(_, .withinNext): false
        case .property: true
        }
    }
}
