import Columnar
public import Customers
public import Filters

extension Evaluator {
    /// Who entered and left a filter between two dates, and which conditions moved them.
    ///
    /// A condition is a cause for whoever would not have moved, had it alone been answered as at the earlier date. All
    /// groups are filters asked at the later date.
    ///
    /// - Parameters:
    ///   - filter: the filter.
    ///   - scope: a filter to which all groups are limited, asked at the later date.
    ///   - earlier: the one date.
    ///   - later: the other.
    /// - Returns: the groups, and the causes in reading order.
    /// - Throws: as `members(of:asOf:)` does.
    public func difference(
        of filter: Filter, in scope: Filter? = nil, from earlier: Instant, to later: Instant
    ) throws -> SegmentDifference {
        let conditions = filter.movingConditions(
            try plan(for: filter, asOf: earlier), try plan(for: filter, asOf: later))
        let undone = conditions.map { condition, paths in
            filter.replacing(paths, by: condition.condition.asked(at: condition.earlier))
        }
        let before = filter.asked(at: earlier)
        let limit = scope.map { [$0] } ?? []
        let texts = conditions.map(\.condition.condition.text)
        let was = Filter.everyone.asked(at: earlier)
        let entry = MoveFilters(
            all: limit + [filter, .not(before)], known: was, isBound: { .not($0) }, undone: undone)
        let exit = MoveFilters(all: limit + [before, .not(filter)], known: was, isBound: { $0 }, undone: undone)
        return SegmentDifference(
            entered: try move(entry, texts, asOf: later), left: try move(exit, texts, asOf: later),
            stayed: try counted(.joined(limit + [before, filter]), asOf: later))
    }

    /// The difference that a change of the rule makes at one date.
    public func difference(
        from old: Filter, to new: Filter, in scope: Filter? = nil, asOf instant: Instant
    ) throws -> SegmentDifference {
        let limit = scope.map { [$0] } ?? []
        func move(_ parts: [Filter]) throws -> SegmentDifference.Move {
            let all = try counted(.joined(limit + parts), asOf: instant)
            let nobody = CountedFilter(count: 0, filter: Filter.any([]).text)
            return SegmentDifference.Move(all: all, appeared: nobody, causes: [], several: nobody, anyway: all)
        }
        return SegmentDifference(
            entered: try move([new, .not(old)]), left: try move([old, .not(new)]),
            stayed: try counted(.joined(limit + [old, new]), asOf: instant))
    }

    private func move(
        _ filters: MoveFilters, _ texts: [String], asOf instant: Instant
    ) throws -> SegmentDifference.Move {
        try Task.checkCancellation()
        return SegmentDifference.Move(
            all: try counted(filters.everyone, asOf: instant), appeared: try counted(filters.appeared, asOf: instant),
            causes: try texts.enumerated().map { number, text in
                SegmentDifference.Cause(
                    text: text, needed: try counted(filters.needed(number), asOf: instant),
                    alone: try counted(filters.alone(number), asOf: instant))
            }, several: try counted(filters.several, asOf: instant), anyway: try counted(filters.anyway, asOf: instant))
    }

    private func counted(_ filter: Filter, asOf instant: Instant) throws -> CountedFilter {
        CountedFilter(count: try members(of: filter, asOf: instant).count, filter: filter.text)
    }
}

/// The filters of those who moved one way.
private struct MoveFilters {
    /// What they satisfy together.
    let all: [Filter]
    /// Satisfied by those who existed at the earlier date.
    let known: Filter
    /// Says of the filter with a condition undone that whoever moved needed the change.
    let isBound: (Filter) -> Filter
    /// The filter with each condition as it was.
    let undone: [Filter]

    var everyone: Filter { .joined(all) }

    var appeared: Filter { .joined(all + [.not(known)]) }

    func needed(_ number: Int) -> Filter { .joined(all + [known, isBound(undone[number])]) }

    func alone(_ number: Int) -> Filter {
        let others = undone.indices.filter { $0 != number }.map { Filter.not(isBound(undone[$0])).simplified }
        return .joined(all + [known, isBound(undone[number])] + others)
    }

    var anyway: Filter { .joined(all + [known] + undone.map { Filter.not(isBound($0)).simplified }) }

    /// Two of the conditions, whichever.
    var several: Filter {
        let pairs = undone.indices.dropLast().map { first in
            let others = undone[(first + 1)...].map(isBound)
            return Filter.joined([isBound(undone[first]), others.count == 1 ? others[0] : .any(others)])
        }
        return .joined(all + [known, pairs.count == 1 ? pairs[0] : .any(pairs)])
    }
}

extension Filter {
    /// The filter at an instant.
    fileprivate func asked(at instant: Instant) -> Filter { .asOf(.instant(LocalInstant(instant)), self) }

    /// The filters joined with `and`, without groups within groups.
    fileprivate static func joined(_ filters: [Filter]) -> Filter {
        let parts = filters.flatMap { filter in
            if case .all(let operands) = filter, !operands.isEmpty { operands } else { [filter] }
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    /// The filter without a double `not`.
    fileprivate var simplified: Filter {
        if case .not(.not(let filter)) = self { filter } else { self }
    }
}
