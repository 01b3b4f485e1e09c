/// What amounts in other currencies are worth in one currency, by date.
///
/// A rate holds from its date until the next one, but not for longer than the table says: rates of Friday serve the
/// weekend, and a table that ended last year says nothing of today. Nothing is guessed: there are no inverse and no
/// crossed rates.
public struct RateTable: Hashable, Sendable {
    /// The currency that amounts are converted into.
    public let target: Currency
    /// How many days a rate holds, its own included.
    public let daysHeld: Int
    private var rates: [Currency: [Rate]] = [:]

    private struct Rate: Hashable {
        let date: CivilDate
        let factor: ExactDecimal
    }

    /// An empty table.
    ///
    /// - Parameters:
    ///   - target: the currency that amounts are converted into.
    ///   - daysHeld: how many days a rate holds, its own included; 31 serve tables that are made once a month.
    public init(into target: Currency, daysHeld: Int = 31) {
        self.target = target
        self.daysHeld = daysHeld
    }

    /// Adds a rate, or replaces the one of that currency and date.
    ///
    /// - Parameters:
    ///   - rate: what one major unit of the currency is worth in the target's, as text: `0.2325`.
    ///   - currency: the currency that is converted.
    ///   - date: the first day on which the rate holds.
    /// - Throws: where the text is no positive decimal number.
    public mutating func add(_ rate: some StringProtocol, of currency: Currency, on date: CivilDate)
        throws(MoneyError)
    {
        guard let factor = ExactDecimal(parsing: rate), factor.coefficient > 0 else {
            throw .unreadableRate(of: currency, on: date)
        }
        var known = rates[currency, default: []]
        let place = known.firstIndex { $0.date >= date } ?? known.endIndex
        if place < known.endIndex, known[place].date == date { known.remove(at: place) }
        known.insert(Rate(date: date, factor: factor), at: place)
        rates[currency] = known
    }

    /// An amount in the target currency at the rate of a date.
    ///
    /// Half a minor unit is rounded away from zero, so that a refund undoes its payment to the last unit. An amount
    /// in the target currency comes back as it is.
    ///
    /// - Throws: where no rate holds on that date, and where the result does not fit.
    public func convert(_ money: Money, on date: CivilDate) throws(MoneyError) -> Money {
        guard money.currency != target else { return money }
        guard let factor = factor(of: money.currency, on: date) else {
            throw .noRate(from: money.currency, into: target, on: date)
        }
        let product = Int128(money.minorUnits) * Int128(factor.coefficient)
        let shift = target.fractionDigits - money.currency.fractionDigits - factor.fractionDigits
        let (scaled, overflow) = product.multipliedReportingOverflow(by: powerOfTen(max(0, shift)))
        guard !overflow, let units = Int64(exactly: scaled.divided(byPowerOfTen: max(0, -shift))) else {
            throw .tooLarge(from: money.currency, into: target)
        }
        return Money(minorUnits: units, currency: target)
    }

    private func factor(of currency: Currency, on date: CivilDate) -> ExactDecimal? {
        guard let rate = rates[currency]?.last(where: { $0.date <= date }),
            Int(date.dayNumber) - Int(rate.date.dayNumber) < daysHeld
        else { return nil }
        return rate.factor
    }
}

/// Why an amount could not be converted.
public enum MoneyError: Error, Hashable, Sendable {
    /// The table has no rate, or the last one is too old.
    case noRate(from: Currency, into: Currency, on: CivilDate)
    /// The text of a rate is no positive decimal number.
    case unreadableRate(of: Currency, on: CivilDate)
    /// The result has more minor units than can be kept.
    case tooLarge(from: Currency, into: Currency)
}

extension MoneyError: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence without the amount.
    public var description: String {
        switch self {
        case .noRate(let source, let target, let date):
            "No rate from \(source) into \(target) holds on \(date); add one to the rate table."
        case .unreadableRate(let currency, let date):
            "The rate of \(currency) on \(date) is no positive decimal number; write it like 0.2325."
        case .tooLarge(let source, let target):
            "An amount in \(source) is too large to be kept in \(target); check the rate and the amount."
        }
    }
}

extension Int128 {
    /// The quotient by a power of ten, with halves rounded away from zero.
    func divided(byPowerOfTen exponent: Int) -> Int128 {
        let divisor = powerOfTen(exponent)
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
        return self < 0 ? quotient - 1 : quotient + 1
    }
}
