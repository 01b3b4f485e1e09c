public import Customers
public import Filters
import Phrases

extension TimeBinder {
    /// The measure with the start of its report as an instant, which no calendar and no date of the question moves.
    func dated(_ measure: Measure) throws(BindingError.Reason) -> Measure {
        guard case .rfm(let figure, let variant) = measure else { return measure }
        return .rfm(figure, try dated(variant))
    }

    fileprivate func dated(_ variant: RFMVariant) throws(BindingError.Reason) -> RFMVariant {
        guard let since = variant.since else { return variant }
        guard case .at(let start) = try instants(.before(since)).upper else {
            throw .notYet(Phrase("fault.notyet.since", "‘since’ a trait’s time"))
        }
        var dated = variant
        dated.since = .instant(LocalInstant(Instant(milliseconds: start)))
        return dated
    }
}

extension Evaluator {
    /// The variant with its start as an instant with an offset, seen from the instant of a question.
    public func dated(_ variant: RFMVariant, asOf instant: Instant) throws(BindingError) -> RFMVariant {
        let binder = Binder(
            population: population, options: options, derived: derived, local: LocalTime(calendar: calendar))
        do throws(BindingError.Reason) {
            return try binder.times(seenFrom: instant).dated(variant)
        } catch {
            throw BindingError(error, at: [])
        }
    }
}
