/// An amount of money in whole minor units of a currency.
///
///     Money(parsing: "1204.50", currency: euro)?.description  // € 1 204.50
public struct Money: Hashable, Sendable {
    /// Cents of a euro, yen of a yen.
    public let minorUnits: Int64
    /// What the minor units are of.
    public let currency: Currency

    /// An amount of whole minor units.
    public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Reads an amount in major units, such as `1204.5` or `-3`, without rounding.
    ///
    /// The point is the only mark allowed. An amount finer than the currency's minor unit is refused, unless the
    /// digits too many are zeros; so is one that does not fit.
    public init?(parsing text: some StringProtocol, currency: Currency) {
        guard let decimal = ExactDecimal(parsing: text), decimal.fractionDigits <= currency.fractionDigits else {
            return nil
        }
        let scale = Int64(powerOfTen(currency.fractionDigits - decimal.fractionDigits))
        let (minorUnits, overflow) = decimal.coefficient.multipliedReportingOverflow(by: scale)
        guard !overflow else { return nil }
        self.init(minorUnits: minorUnits, currency: currency)
    }
}

extension Money: CustomStringConvertible {
    /// The amount as screens write it, thousands apart: `€ 1 204.50`, `¥ 1 204`, `CHF -3.00`.
    public var description: String {
        "\(currency.symbol) \(formatted(grouped: true))"
    }

    /// The amount in major units as files write it: `1204.50`.
    public var decimal: String {
        formatted(grouped: false)
    }

    private func formatted(grouped: Bool) -> String {
        let (major, minor) = minorUnits.magnitude.quotientAndRemainder(
            dividingBy: UInt64(powerOfTen(currency.fractionDigits)))
        let sign = minorUnits < 0 ? "-" : ""
        let whole = grouped ? Money.grouped(String(major)) : String(major)
        guard currency.fractionDigits > 0 else { return sign + whole }
        return "\(sign)\(whole).\(Int(minor).padded(to: currency.fractionDigits))"
    }

    /// Digits in groups of three from the right, with a blank between.
    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text.append(" ") }
            text.append(digit)
        }
        return text
    }
}
