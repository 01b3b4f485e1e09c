public import Analytics
import Columnar
public import Customers
public import Filters
import Segmentation

/// What the people with one value of a trait brought.
public struct TraitValueGroup: Hashable, Sendable {
    /// None for people without a value.
    public let value: Value?
    public let figures: ValueGroup
    /// The filter that holds exactly these people; none where no filter says such a value.
    public let filter: Filter?
}

extension Session {
    /// What people brought by the value of a trait, most revenue first.
    ///
    /// - `isGross`: whether revenue is taken before refunds.
    @concurrent
    public nonisolated func value(
        byTrait name: String, isGross: Bool = false, in scope: String? = nil, asOf: Instant
    ) async throws -> [TraitValueGroup] {
        try await current().value(byTrait: name, isGross: isGross, in: scope, asOf: asOf)
    }

    /// What buyers have brought by months since their first purchase.
    ///
    /// - `refunds`: in which month a refund counts.
    @concurrent
    public nonisolated func valueByAge(
        in scope: String? = nil, refunds: RefundDating = .ownDate, asOf: Instant
    ) async throws -> ValueByAge {
        let state = try await current()
        return ValueByAge(
            of: state.purchases, people: try state.members(of: scope ?? "", asOf: asOf), refunds: refunds,
            calendar: state.calendar, asOf: asOf)
    }

    /// How revenue is spread over buyers.
    @concurrent
    public nonisolated func concentration(in scope: String? = nil, asOf: Instant) async throws -> Concentration {
        let state = try await current()
        let totals = state.purchaseTotals(asOf: asOf)
        var revenues: [Int64] = []
        try state.members(of: scope ?? "", asOf: asOf).forEach { profile in
            if totals.counts[profile] > 0 { revenues.append(totals.revenue[profile]) }
        }
        return Concentration(of: revenues)
    }
}

extension WorkspaceState {
    fileprivate func value(
        byTrait name: String, isGross: Bool, in scope: String?, asOf: Instant
    ) throws -> [TraitValueGroup] {
        // The evaluator words what is wrong with a name that is not known.
        _ = try evaluator.plan(for: .trait(name, .missing), asOf: asOf)
        guard let trait = population.traits[name] else { return [] }
        let people = try members(of: scope ?? "", asOf: asOf)
        let (groups, values) = TraitValues(trait, asOf: asOf, profiles: population.profiles).distinct(among: people)
        let figures = ValueGroups(
            of: purchases, asOf: asOf, group: groups, count: values.count, isGross: isGross
        ).groups
        let digits = currency.fractionDigits
        return zip(values, figures).map { value, figures in
            TraitValueGroup(
                value: value?.value, figures: figures,
                filter: (value.map { $0.test(fractionDigits: digits) } ?? .missing).map { .trait(name, $0) })
        }.sorted { ($0.figures.revenue, $0.figures.profiles) > ($1.figures.revenue, $1.figures.profiles) }
    }
}
