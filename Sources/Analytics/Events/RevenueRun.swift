public import Columnar

/// Purchases of one table with what each brought.
public struct RevenueRun: Sendable {
    /// The purchases, in time order.
    public let run: EventRun
    /// What each row of the whole table brought, in minor units of the reporting currency.
    public let amounts: [Int64]

    /// - Precondition: there is an amount for every row of the run's table.
    public init(_ run: EventRun, amounts: [Int64]) {
        precondition(amounts.count == run.times.count, "amounts of another table")
        self.run = run
        self.amounts = amounts
    }
}
