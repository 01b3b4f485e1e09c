public import Columnar
public import Customers

extension Evaluator {
    /// The first instant at which anything is known to have happened, as far back as changes of membership are looked for.
    public var beginning: Instant? { (firstInstant ?? population.firstInstant).map { Instant(milliseconds: $0) } }

    /// Asks the same of a part of the people, as `Population.cut(to:)` makes it.
    ///
    /// - Parameters:
    ///   - part: the columns of the part.
    ///   - beginning: the first instant at which anything is known to have happened among all.
    ///   - derived: the figures of the part.
    ///   - cache: where answers about the part are kept.
    /// - Returns: an evaluator with the same settings.
    public func asking(
        _ part: Population, since beginning: Instant?, derived: DerivedColumns,
        cache: EvaluationCache = EvaluationCache(capacity: 8 << 20)
    ) -> Evaluator {
        var evaluator = Evaluator(
            part, calendar: calendar, options: options, derived: derived, cache: cache, version: version)
        evaluator.firstInstant = beginning?.milliseconds
        return evaluator
    }
}
