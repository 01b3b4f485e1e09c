public import Columnar
public import Customers
public import Filters

extension Evaluator {
    /// How each condition of a filter bears on its count.
    ///
    /// The cache answers for a condition that enters several counts, so that each is evaluated once.
    ///
    /// - Parameters:
    ///   - filter: the filter.
    ///   - limit: the profiles that figures are limited to; none means all.
    ///   - instant: the date asked about.
    ///   - now: reads a clock that only goes forward.
    /// - Returns: a line for every condition, in reading order.
    /// - Throws: as `members(of:asOf:)` does.
    public func explain(
        _ filter: Filter, in limit: Bitmap? = nil, asOf instant: Instant, now: () -> Duration
    ) throws -> Explanation {
        _ = try plan(for: filter, asOf: instant)
        let conditions = filter.conditions
        var lines: [Explanation.Line] = []
        for (number, node) in conditions.enumerated() {
            let later = Set(conditions[(number + 1)...].map(\.path))
            let start = now()
            let alone = try count(filter.alone(at: node.path, as: node.filter), in: limit, asOf: instant)
            let time = now() - start
            lines.append(
                Explanation.Line(
                    condition: node.filter, path: node.path, depth: node.depth, alone: alone,
                    after: try count(filter.removing(later), in: limit, asOf: instant),
                    without: try count(filter.removing([node.path]), in: limit, asOf: instant), time: time))
        }
        return Explanation(
            count: try count(filter, in: limit, asOf: instant), base: base(asOf: instant).count, lines: lines)
    }

    /// How each condition of a parsed filter bears on its count; an error points at its place in the text.
    public func explain(
        _ parsed: ParsedFilter, in limit: Bitmap? = nil, asOf instant: Instant, now: () -> Duration
    ) throws -> Explanation {
        _ = try plan(for: parsed, asOf: instant)
        return try explain(parsed.filter, in: limit, asOf: instant, now: now)
    }

    /// The number of members; no filter has everyone.
    private func count(_ filter: Filter?, in limit: Bitmap?, asOf instant: Instant) throws -> Int {
        let members = try filter.map { try self.members(of: $0, asOf: instant) } ?? base(asOf: instant)
        return (limit.map { members & $0 } ?? members).count
    }
}

extension Filter {
    /// A condition with the dates that the groups around it ask about.
    fileprivate func alone(at path: [Int], as condition: Filter) -> Filter {
        var points: [TimePoint] = []
        var filter = self
        for step in path {
            if case .asOf(let point, _) = filter { points.append(point) }
            filter = filter.operands[step]
        }
        return points.reversed().reduce(condition) { .asOf($1, $0) }
    }
}
