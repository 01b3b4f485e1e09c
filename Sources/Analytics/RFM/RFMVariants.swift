public import Customers
public import Filters

extension RFMOptions {
    /// The options of the report that a filter's variant means.
    ///
    /// - Parameters:
    ///   - variant: what a filter says of the report.
    ///   - standardGroups: the groups of the workspace's own report, where the variant says none.
    ///   - since: the instant that the variant's `since` means, none where it has none.
    ///   - currency: the currency of the borders of revenue.
    /// - Throws: where fixed borders fall together in the currency's minor units.
    public init(
        _ variant: RFMVariant, standardGroups: Int, since: Instant?, currency: Currency
    ) throws(RFMError) {
        var groups = standardGroups
        var borders: RFMFixedBorders?
        switch variant.division {
        case .groups(let count): groups = count
        case .fixed(let fixed):
            groups = fixed.days.count + 1
            borders = RFMFixedBorders(
                recencyDays: fixed.days.map(Int64.init), frequency: fixed.purchases.map(Int64.init),
                monetary: fixed.revenue.map { $0.roundedUp(toDigits: currency.fractionDigits) })
        case nil: break
        }
        try self.init(
            groups: groups, fixedBorders: borders, frequency: variant.countsDays ? .days : .orders,
            monetary: variant.takesAverage ? .average : .sum, revenue: variant.isGross ? .gross : .net, since: since,
            rule: variant.rule)
    }

    /// The variant that says these options in a filter.
    ///
    /// `standardGroups`, those of the workspace's own report, need no words; an instant that is a local midnight of
    /// `calendar` is said as a date; the borders of revenue are in `currency`.
    public func variant(standardGroups: Int, calendar: CivilCalendar, currency: Currency) -> RFMVariant {
        var division: RFMVariant.Division? = groups == standardGroups ? nil : .groups(groups)
        if let fixedBorders {
            division = .fixed(
                RFMVariant.Borders(
                    days: fixedBorders.recencyDays.map(Int.init), purchases: fixedBorders.frequency.map(Int.init),
                    revenue: fixedBorders.monetary.map {
                        DecimalLiteral(coefficient: $0, fractionDigits: currency.fractionDigits)
                    }))
        }
        return RFMVariant(
            division: division, countsDays: frequency == .days, takesAverage: monetary == .average,
            isGross: revenue == .gross, since: since.map { TimePoint($0, in: calendar) }, rule: rule)
    }
}

extension TimePoint {
    /// The local date where the instant is its beginning, otherwise the instant in UTC.
    fileprivate init(_ instant: Instant, in calendar: CivilCalendar) {
        let date = calendar.date(at: instant)
        self = calendar.midnight(of: date) == instant ? .date(date) : .instant(LocalInstant(instant))
    }
}

extension DecimalLiteral {
    /// The number in units of so many decimals: what reaches it reaches the number itself.
    fileprivate func roundedUp(toDigits digits: Int) -> Int64 {
        if digits >= fractionDigits {
            let (product, overflow) = coefficient.multipliedReportingOverflow(by: tens(digits - fractionDigits))
            return overflow ? (coefficient < 0 ? .min : .max) : product
        }
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: tens(fractionDigits - digits))
        return quotient + (remainder > 0 ? 1 : 0)
    }

    private func tens(_ power: Int) -> Int64 { (0..<power).reduce(1) { product, _ in product * 10 } }
}
