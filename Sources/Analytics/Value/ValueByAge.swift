public import Columnar
public import Customers

/// What buyers have brought by so many months since their first purchase.
public struct ValueByAge: Hashable, Sendable {
    /// The buyers for whom so many months have passed, and what they had brought by then.
    public struct Row: Hashable, Sendable {
        /// Whole calendar months since the day of the first purchase, from 1.
        public let months: Int
        public let buyers: Int
        /// Net revenue within those months, in minor units.
        public let revenue: Int64
        /// The last local day on which their first purchases lie.
        public let lastFirstDay: CivilDate

        /// Net revenue by buyer, rounded.
        public var perBuyer: Int64 { Ratio(revenue, over: Int64(buyers)).rounded }
    }

    /// Months for which there are buyers, rising.
    public let rows: [Row]
    /// All buyers and all they have brought, whatever their age.
    public let buyers: Int
    public let revenue: Int64

    /// - `purchases`: of all profiles, with their local days; those before the date count.
    /// - `people`: who is counted.
    /// - `refunds`: at which age of a buyer a refund counts: its own, or that of its order.
    /// - Complexity: O(profiles + purchases)
    public init(
        of purchases: Purchases, people: Bitmap, refunds dating: RefundDating = .ownDate, calendar: CivilCalendar,
        asOf: Instant
    ) {
        let today = calendar.date(at: asOf)
        let end = asOf.milliseconds
        let amounts = dating == .ownDate ? purchases.netRevenue : purchases.netRevenue(knownAt: end)
        let refunds = dating == .ownDate ? purchases.refunds : nil
        var buyers: [Int] = []
        var change: [Int64] = []
        var total: Int64 = 0
        people.forEach { profile in
            let range = purchases.range(of: profile, in: .min..<end)
            guard let first = range.first else { return }
            let day = CivilDate(dayNumber: purchases.localDays[first])
            let age = day.wholeMonths(until: today)
            while buyers.count < age + 2 {
                buyers.append(0)
                change.append(0)
            }
            buyers[age] += 1
            // An amount counts from the month that holds it to the last one that has passed for its buyer.
            func add(_ amount: Int64, on localDay: Int32) {
                total += amount
                let month = day.wholeMonths(until: CivilDate(dayNumber: localDay))
                guard month < age else { return }
                change[month] += amount
                change[age] -= amount
            }
            for place in range { add(amounts[place], on: purchases.localDays[place]) }
            guard let refunds else { return }
            for place in refunds.range(of: profile, before: end) {
                add(-refunds.amounts[place], on: refunds.localDays[place])
            }
        }
        var rows: [Row] = []
        var revenue: Int64 = 0
        var old = buyers.reduce(0, +)
        self.buyers = old
        self.revenue = total
        for months in stride(from: 1, through: buyers.count - 2, by: 1) {
            old -= buyers[months - 1]
            revenue += change[months - 1]
            rows.append(
                Row(months: months, buyers: old, revenue: revenue, lastFirstDay: today.lastDay(monthsBefore: months)))
        }
        self.rows = rows
    }
}

extension CivilDate {
    /// Whole calendar months from this day to another one; a month ends on the same day number, or on its last day.
    func wholeMonths(until end: CivilDate) -> Int {
        let (from, to) = (components, end.components)
        var months = (to.year - from.year) * 12 + to.month - from.month
        if adding(months: months) > end { months -= 1 }
        return months
    }

    /// The last day from which so many months have passed by this day.
    func lastDay(monthsBefore months: Int) -> CivilDate {
        var day = adding(months: -months)
        while day.adding(days: 1).adding(months: months) <= self { day = day.adding(days: 1) }
        return day
    }
}
