import Customers
public import Filters

extension Concentration.Point {
    /// The filter that holds exactly these buyers.
    ///
    /// `digits`: decimals of the currency.
    public func filter(digits: Int) -> Filter {
        let amount = DecimalLiteral(coefficient: least, fractionDigits: digits)
        let enough = Filter.derived(.netRevenue, .compare(.atLeast, .number(amount)))
        // Everybody who never bought has a revenue of 0.
        return least > 0 ? enough : .all([.performed(Performance(.named("purchase"))), enough])
    }
}

extension ValueByAge.Row {
    /// The filter that holds exactly these buyers.
    public var filter: Filter {
        .occurrence(Occurrence(.first, "purchase", time: .before(.date(lastFirstDay.adding(days: 1)))))
    }
}
