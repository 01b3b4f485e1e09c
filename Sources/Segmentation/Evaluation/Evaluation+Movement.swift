import Columnar
import Customers
import Filters

extension Evaluation {
    /// The profiles that entered or left a segment in a stretch of time, as far as successive local midnights and the
    /// instant asked about show it.
    ///
    /// A change is dated just before the midnight, or the instant, at which it is first seen, so that one seen at the
    /// instant asked about is past, and one seen at midnight belongs to the day before.
    func moving(_ movement: Movement, at instant: Instant, _ window: ResolvedWindow) throws -> Bitmap {
        let now = instant.milliseconds
        let local = LocalTime(calendar: evaluator.calendar)
        var moved = Bitmap(rows: evaluator.population.profiles.count)
        let span = span(of: window)
        let first = evaluator.firstInstant ?? evaluator.population.firstInstant ?? now
        let (start, end) = (max(span.lowerBound, first), min(span.upperBound, now))
        guard start < end else { return moved }
        var day = local.day(of: start)
        var before = try members(of: movement.segment, at: local.midnight(of: day))
        while true {
            day += 1
            let point = min(local.midnight(of: day), now)
            guard point <= end else { return moved }
            let after = try members(of: movement.segment, at: point)
            var changed = movement.isLeaving ? before : after
            changed.subtract(movement.isLeaving ? after : before)
            if let edges = window.edges {
                changed.forEach { if edges.contains(point - 1, of: $0) { moved[$0] = true } }
            } else {
                moved |= changed
            }
            guard point < now else { return moved }
            before = after
        }
    }

    /// The members of a segment, kept as those of `in segment` are.
    private func members(of segment: String, at milliseconds: Int64) throws -> Bitmap {
        try Task.checkCancellation()
        let instant = Instant(milliseconds: milliseconds)
        let key = EvaluationCache.Key(
            question: .condition(.membership(.member(of: segment))), asOf: instant, version: evaluator.version)
        return try evaluator.cache.bitmap(for: key) {
            let flags = try evaluator.derived.column(.member(of: segment), instant)
            return evaluator.base(asOf: instant) & (try passing(flags, .integers([1...1])))
        }
    }

    /// From the first to the last instant of any profile's stretch.
    private func span(of window: ResolvedWindow) -> Range<Int64> {
        guard let edges = window.edges else { return window.span }
        let (lower, upper) = (edges.lower.min() ?? .max, edges.upper.max() ?? .min)
        return lower..<max(lower, upper)
    }
}

extension Population {
    /// The first instant at which anything is known to have happened; nothing changes before it.
    var firstInstant: Int64? {
        let tables = events.values.map(\.times) + [orders.times] + traits.values.compactMap { $0.changes?.times }
        let dated = existence.since?.withValues { dates in dates.lazy.filter { $0 != .min }.min() }
        return (tables.filter { $0.count > 0 }.map { $0[0] } + [dated].compactMap(\.self)).min()
    }
}
