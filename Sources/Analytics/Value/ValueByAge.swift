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
    /// - Complexity: O(profiles + purchases)
    public init(of purchases: Purchases, people: Bitmap, calendar: CivilCalendar, asOf: Instant) {
        let today = calendar.date(at: asOf)
        var buyers: [Int] = []
        var change: [Int64] = []
        var total: Int64 = 0
        people.forEach { profile in
            let range = purchases.range(of: profile, in: .min..<asOf.milliseconds)
            guard let first = range.first else { return }
            let day = CivilDate(dayNumber: purchases.localDays[first])
            let age = day.wholeMonths(until: today)
            while buyers.count < age + 2 {
                buyers.append(0)
                change.append(0)
            }
            buyers[age] += 1
            for place in range {
                total += purchases.netRevenue[place]
                // It counts from the month that holds it to the last one that has passed for its buyer.
                let bought = day.wholeMonths(until: CivilDate(dayNumber: purchases.localDays[place]))
                guard bought < age else { continue }
                change[bought] += purchases.netRevenue[place]
                change[age] -= purchases.netRevenue[place]
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
