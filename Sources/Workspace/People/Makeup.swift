import Columnar
public import Customers
import Filters
import Segmentation

extension Session {
    /// Who the people of a filter are and what they bought.
    ///
    /// - Complexity: a pass over the members, one over a year of purchases, and an evaluation an age band
    @concurrent
    public nonisolated func makeup(
        of source: String, in scope: String? = nil, asOf: Instant
    ) async throws -> SegmentMakeup {
        let state = try await current()
        return try Makeup(state: state, asOf: asOf).of(try state.members(of: source, in: scope, asOf: asOf))
    }
}

/// Finds out who a set of profiles is.
struct Makeup {
    let state: WorkspaceState
    let asOf: Instant

    /// The years of age that begin the bands, and those after which the last ends.
    private static let bands = [(0, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 150)]

    func of(_ members: Bitmap) throws -> SegmentMakeup {
        let totals = state.purchaseTotals(asOf: asOf)
        var (buyers, purchases, revenue) = (0, 0, Int64(0))
        members.forEach { profile in
            guard totals.counts[profile] > 0 else { return }
            buyers += 1
            purchases += Int(totals.counts[profile])
            revenue += totals.revenue[profile]
        }
        try Task.checkCancellation()
        let year = lastYear(of: members)
        try Task.checkCancellation()
        return SegmentMakeup(
            people: members.count, buyers: buyers, purchases: purchases, revenueMinor: revenue,
            yearPurchases: year.count, yearRevenueMinor: year.revenue,
            breakdowns: [places(of: members), try ages(of: members)].compactMap(\.self))
    }

    /// Purchases in the twelve calendar months before the date.
    private func lastYear(of members: Bitmap) -> (count: Int, revenue: Int64) {
        let population = state.population
        let day = state.calendar.date(at: asOf).adding(months: -12)
        let start = state.calendar.midnight(of: day).milliseconds
        let orders = population.orders
        let amounts = state.amounts.net
        var (count, revenue) = (0, Int64(0))
        orders.records.withValues { records in
            let rows = orders.times.lowerBound(start)..<orders.times.lowerBound(asOf.milliseconds)
            for row in rows where orders.purchases[row] {
                guard members[population.profiles.profile(of: Int(records[row]))] else { continue }
                count += 1
                revenue += amounts[row]
            }
        }
        let refunds = RefundRows(population)
        refunds.forEach(in: refunds.count(before: start)..<refunds.count(before: asOf.milliseconds)) {
            record, _, amount in
            if members[population.profiles.profile(of: record)] { revenue -= amount }
        }
        PurchaseEvents(population).forEach { record, time, amount in
            guard time >= start, time < asOf.milliseconds, members[population.profiles.profile(of: record)] else {
                return
            }
            count += 1
            revenue += amount
        }
        return (count, revenue)
    }

    /// By city, or by country where no city is known.
    private func places(of members: Bitmap) -> SegmentMakeup.Breakdown? {
        for header in ProfileNames.city + ["country", "страна", "kraj"] {
            guard let (name, trait) = state.population.traits.first(where: { $0.key.lowercased() == header }),
                case .codes(let codes, let codebook, _) = trait.current
            else { continue }
            return breakdown(name, trait, codes, codebook, of: members)
        }
        return nil
    }

    private func breakdown(
        _ name: String, _ trait: Trait, _ codes: CodeLane, _ codebook: Codebook, of members: Bitmap
    ) -> SegmentMakeup.Breakdown {
        let earlier = valuesBefore(trait)
        // One place more, for those without a value.
        var counts = [Int](repeating: 0, count: codebook.count + 1)
        members.forEach { profile in
            let code = earlier[profile].map { $0 < 0 ? nil : $0 } ?? (profile < codes.count ? codes[profile] : nil)
            counts[code ?? codebook.count] += 1
        }
        let unknown = counts.removeLast()
        let ranked = counts.indices.filter { counts[$0] > 0 }
            .sorted { (counts[$1], codebook[$0]) < (counts[$0], codebook[$1]) }
        let values = ranked.prefix(5).map { code in
            SegmentMakeup.Part(
                label: codebook[code],
                people: CountedFilter(
                    count: counts[code], filter: Filter.trait(name, .exactly(codebook[code])).text))
        }
        let shown = values.reduce(unknown) { $0 + $1.people.count }
        return SegmentMakeup.Breakdown(
            trait: name, values: values, others: members.count - shown, unknown: unknown)
    }

    /// The codes of profiles whose value has changed since the date: -1 for none.
    private func valuesBefore(_ trait: Trait) -> [Int: Int] {
        guard let changes = trait.changes, case .codes(let codes, _, _) = changes.previous else { return [:] }
        var values: [Int: Int] = [:]
        for row in changes.times.lowerBound(asOf.milliseconds)..<changes.times.count {
            let profile = state.population.profiles.profile(of: Int(changes.records[row]))
            // The first change after the date tells what was there at the date.
            if values[profile] == nil { values[profile] = codes[row] ?? -1 }
        }
        return values
    }

    private func ages(of members: Bitmap) throws -> SegmentMakeup.Breakdown? {
        guard state.population.traits[state.settings["birth_date"]] != nil else { return nil }
        let evaluator = state.evaluator
        let number = { (years: Int) in Literal.number(DecimalLiteral(coefficient: Int64(years))) }
        let parts = try Self.bands.map { first, last in
            let isLast = last == Self.bands[Self.bands.count - 1].1
            let test: ValueTest = isLast ? .compare(.atLeast, number(first)) : .between(number(first), number(last))
            let filter = Filter.trait("age", test)
            let people = members.countShared(with: try evaluator.members(of: filter, asOf: asOf))
            return SegmentMakeup.Part(
                label: isLast ? "\(first)+" : "\(first)–\(last)",
                people: CountedFilter(count: people, filter: filter.text))
        }
        let known = parts.reduce(0) { $0 + $1.people.count }
        return SegmentMakeup.Breakdown(
            trait: "age", values: parts.filter { $0.people.count > 0 }, others: 0, unknown: members.count - known)
    }
}
