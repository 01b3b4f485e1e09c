public import Columnar
public import Customers
public import Filters
import Phrases

extension Evaluator {
    /// The stretch of time that is meant, in milliseconds since 1970, seen from an instant.
    ///
    /// - Throws: `BindingError` where a trait bounds it, so that it is another one for every profile.
    public func span(of time: TimeRange, asOf instant: Instant) throws -> Range<Int64> {
        let binder = Binder(
            population: population, options: options, derived: derived, local: LocalTime(calendar: calendar))
        do throws(BindingError.Reason) {
            guard let span = try binder.window(time, binder.times(seenFrom: instant)).fixed else {
                throw .notYet(Phrase("fault.notyet.span", "a stretch of time that a trait bounds"))
            }
            return span
        } catch {
            throw BindingError(error, at: [])
        }
    }

    /// The events of a name that satisfy a condition and happened in a stretch of time before an instant.
    ///
    /// - Parameters:
    ///   - name: `order` and `purchase` are orders too, as in filters.
    ///   - predicate: a condition on their properties, none for all of them.
    ///   - span: milliseconds since 1970; nothing at or after `instant` is found.
    ///   - instant: the date of the question, from which relative times count.
    /// - Returns: a run a table, each in time order; a record's events may stand in several.
    /// - Throws: `BindingError` for an unknown event or property, `CancellationError`.
    /// - Complexity: O(log rows) without a condition, O(rows in `span`) with one.
    public func runs(
        of name: EventName, where predicate: Predicate? = nil, in span: Range<Int64> = .min..<(.max),
        asOf instant: Instant
    ) throws -> [EventRun] {
        let binder = Binder(
            population: population, options: options, derived: derived, local: LocalTime(calendar: calendar))
        let sources: [Binder.BoundSource]
        do throws(BindingError.Reason) {
            sources = try binder.sources(name, where: predicate, binder.times(seenFrom: instant))
        } catch {
            throw BindingError(error, at: [])
        }
        let scan = Evaluation(evaluator: self).scan(at: instant)
        return try sources.map { source, columns in
            var rows = scan.rows(of: source, in: ResolvedWindow(span))
            var blocks: [EventRun.Rows] = []
            while let match = try rows.nextBlock() {
                switch match {
                case .range(let rows): blocks.append(.range(rows))
                case .mask(let mask): blocks.append(.mask(mask))
                }
            }
            return EventRun(
                records: source.records, times: source.times, blocks: blocks, isOfOrders: source.lineEnds != nil,
                properties: columns.own)
        }
    }
}
