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

    /// - `runs`: the purchases before the date; `people`: who is counted.
    /// - Complexity: O(profiles + purchases)
    public init(
        of runs: [PurchaseRun], profiles: ProfileMap, people: Bitmap, calendar: CivilCalendar, asOf: Instant
    ) {
        let today = calendar.date(at: asOf)
        var first = [Int64](repeating: .max, count: profiles.count)
        for sale in runs {
            sale.run.forEach { _, record, time in
                let profile = profiles.profile(of: record)
                if people[profile], time < first[profile] { first[profile] = time }
            }
        }
        let days = first.map { $0 < .max ? calendar.date(at: Instant(milliseconds: $0)) : nil }
        let ages = days.map { $0.map { $0.wholeMonths(until: today) } ?? -1 }
        let most = ages.max() ?? -1
        var buyers = [Int](repeating: 0, count: max(0, most) + 2)
        var change = [Int64](repeating: 0, count: max(0, most) + 2)
        for age in ages where age >= 0 { buyers[age] += 1 }
        var total: Int64 = 0
        for sale in runs {
            sale.run.forEach { row, record, time in
                let profile = profiles.profile(of: record)
                guard let day = days[profile] else { return }
                total += sale.net[row]
                // It counts from the month that holds it to the last one that has passed for its buyer.
                let age = day.wholeMonths(until: calendar.date(at: Instant(milliseconds: time)))
                guard age < ages[profile] else { return }
                change[age] += sale.net[row]
                change[ages[profile]] -= sale.net[row]
            }
        }
        var rows: [Row] = []
        var revenue: Int64 = 0
        var old = ages.count { $0 >= 0 }
        self.buyers = old
        self.revenue = total
        for months in stride(from: 1, through: most, by: 1) {
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
