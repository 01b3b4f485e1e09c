public import Columnar
public import Customers
public import Filters

extension Evaluator {
    /// How each condition of a filter bears on its count.
    ///
    /// Each condition is evaluated once; all figures are word operations on the answers.
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
        let plan = try plan(for: filter, asOf: instant)
        let base = base(asOf: instant)
        let limit = limit.map { $0 & base } ?? base
        var reader = LineReader(evaluation: Evaluation(evaluator: self), limit: limit)
        let root = try reader.part(filter, plan.root, asOf: instant, now: now)
        let figures = LineFigures(root, lines: reader.lines.count, in: limit)
        let lines = zip(filter.conditions, reader.lines).enumerated().map { number, line in
            Explanation.Line(
                condition: line.0.filter, path: line.0.path, depth: line.0.depth, alone: line.1.alone,
                after: figures.after[number], without: figures.without[number], time: line.1.time)
        }
        return Explanation(count: root.set.countShared(with: limit), base: base.count, lines: lines)
    }

    /// How each condition of a parsed filter bears on its count; an error points at its place in the text.
    public func explain(
        _ parsed: ParsedFilter, in limit: Bitmap? = nil, asOf instant: Instant, now: () -> Duration
    ) throws -> Explanation {
        _ = try plan(for: parsed, asOf: instant)
        return try explain(parsed.filter, in: limit, asOf: instant, now: now)
    }
}

/// Evaluates the lines of a filter in reading order, each once.
private struct LineReader {
    let evaluation: Evaluation
    let limit: Bitmap
    private(set) var lines: [(alone: Int, time: Duration)] = []

    init(evaluation: Evaluation, limit: Bitmap) {
        self.evaluation = evaluation
        self.limit = limit
    }

    /// A part of the filter as it is asked at an instant.
    ///
    /// `visible`: the profiles that count at the dates around it; none where no other date is around it.
    mutating func part(
        _ filter: Filter, _ node: Plan.Node, asOf instant: Instant, visible: Bitmap? = nil, now: () -> Duration
    ) throws -> ExplainedPart {
        guard filter.isGroup else {
            let start = now()
            let set = try evaluation.members(of: node, asOf: instant)
            let time = now() - start
            let alone = (visible.map { set & $0 } ?? set).countShared(with: limit)
            lines.append((alone, time))
            return ExplainedPart(line: lines.count - 1, set: set)
        }
        let base = evaluation.evaluator.base(asOf: instant)
        var parts: [ExplainedPart] = []
        switch node {
        case .all(let nodes), .any(let nodes):
            for (operand, node) in zip(filter.operands, nodes) {
                parts.append(try part(operand, node, asOf: instant, visible: visible, now: now))
            }
        case .not(let node):
            for operand in filter.operands {
                parts.append(try part(operand, node, asOf: instant, visible: visible, now: now))
            }
        case .asOf(let other, let node):
            let within = visible.map { $0 & base } ?? base
            for operand in filter.operands {
                parts.append(try part(operand, node, asOf: other, visible: within, now: now))
            }
        case .leaf: break
        }
        return ExplainedPart(parts, joinedBy: filter, base: base)
    }
}
