extension DecimalLiteral {
    /// The nearest `Double`.
    public var doubleValue: Double {
        Double(description) ?? Double(coefficient)
    }

    /// The number in units of its own `digits`-th decimal: `19.99` with two digits is 1999.
    ///
    /// - Parameter digits: decimals of the unit, 2 for cents.
    /// - Returns: nil where the number has more decimals than that, or does not fit.
    public func minorUnits(digits: Int) -> Int64? {
        guard digits >= fractionDigits else { return nil }
        var units = coefficient
        for _ in fractionDigits..<digits {
            let (product, overflow) = units.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            units = product
        }
        return units
    }
}
