import Columnar
public import Customers

extension RetentionCount {
    /// Counts people whose first purchase begins and whose purchases are returns: one after the other, on two threads.
    ///
    /// - Complexity: O(profiles + purchases)
    init(
        _ purchases: RetentionPurchases, of members: Bitmap, periods: ReportPeriods, cohorts: Int, cells: Int,
        countsLater: Bool
    ) {
        self.init(cohorts: cohorts, cells: cells, countsLater: countsLater)
        let empty = self
        let days = PeriodsByDay(periods)
        let middle = members.rows / 2
        let halves = [0..<middle, middle..<members.rows]
        let counts = shared(halves.count) { half in
            var count = empty
            count.add(purchases, of: halves[half], among: members, days)
            return count
        }
        for count in counts {
            for cohort in sizes.indices { sizes[cohort] += count.sizes[cohort] }
            for cell in people.indices {
                people[cell] += count.people[cell]
                revenue[cell] += count.revenue[cell]
            }
        }
        if countsLater { sumLater() }
    }

    private mutating func add(
        _ bought: RetentionPurchases, of profiles: Range<Int>, among members: Bitmap, _ days: PeriodsByDay
    ) {
        let (purchases, amounts, span) = (bought.purchases, bought.amounts, Int64.min..<bought.asOf.milliseconds)
        let localDays = purchases.localDays
        for profile in profiles where members[profile] {
            let range = purchases.range(of: profile, in: span)
            guard let first = range.first else { continue }
            let cohort = days[localDays[first]]
            guard cohort >= 0, cohort < cohorts else { continue }
            sizes[cohort] += 1
            var last = -1
            for place in range {
                let period = days[localDays[place]]
                let cell = period - cohort
                if !countsLater, period != last, cell < cells { people[cohort * cells + cell] += 1 }
                last = period
                let paid = countsLater ? min(cell, cells - 1) : cell
                if paid < cells { revenue[cohort * cells + paid] += amounts[place] }
            }
            if countsLater { people[cohort * cells + min(last - cohort, cells - 1)] += 1 }
        }
        if let refunds = bought.refunds { subtract(refunds, bought, of: profiles, among: members, days) }
    }

    /// Takes refunds off at their own dates.
    private mutating func subtract(
        _ refunds: PurchaseRefunds, _ bought: RetentionPurchases, of profiles: Range<Int>, among members: Bitmap,
        _ days: PeriodsByDay
    ) {
        for profile in profiles where members[profile] {
            let own = refunds.range(of: profile, before: bought.asOf.milliseconds)
            guard !own.isEmpty, let first = bought.purchases.range(of: profile).first else { continue }
            let cohort = days[bought.purchases.localDays[first]]
            guard cohort >= 0, cohort < cohorts else { continue }
            for place in own {
                let cell = days[refunds.localDays[place]] - cohort
                let paid = countsLater ? min(cell, cells - 1) : cell
                if paid >= 0, paid < cells { revenue[cohort * cells + paid] -= refunds.amounts[place] }
            }
        }
    }
}

/// Purchases where they are the start and the return events of a report alike.
public struct RetentionPurchases: Sendable {
    let purchases: Purchases
    let amounts: [Int64]
    /// Refunds that `amounts` leave to their own dates.
    let refunds: PurchaseRefunds?
    let asOf: Instant

    /// - `purchases`: of all profiles, with their local days; those before `asOf` count.
    /// - `refunds`: in which period a refund counts: its own, or that of its order.
    public init(_ purchases: Purchases, takesGross: Bool, refunds dating: RefundDating = .ownDate, asOf: Instant) {
        self.purchases = purchases
        if takesGross {
            (amounts, refunds) = (purchases.grossRevenue, nil)
        } else if dating == .ownDate {
            (amounts, refunds) = (purchases.netRevenue, purchases.refunds)
        } else {
            (amounts, refunds) = (purchases.netRevenue(knownAt: asOf.milliseconds), nil)
        }
        self.asOf = asOf
    }
}

/// The period of every local day of a report.
private struct PeriodsByDay: Sendable {
    private let first: Int
    private let periods: [Int16]

    init(_ periods: ReportPeriods) {
        first = Int(periods.edges[0].dayNumber)
        self.periods = (0..<periods.count).flatMap { period in
            let days = periods.days(of: period)
            return [Int16](
                repeating: Int16(period), count: Int(days.upperBound.dayNumber - days.lowerBound.dayNumber) + 1)
        }
    }

    /// Below 0 for a day outside of all periods.
    @inline(__always)
    subscript(day: Int32) -> Int {
        let place = Int(day) - first
        return place >= 0 && place < periods.count ? Int(periods[place]) : -1
    }
}
