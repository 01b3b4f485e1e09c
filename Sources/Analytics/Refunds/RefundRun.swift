public import Columnar

/// Refunds at their own dates, with what each takes off its order.
public struct RefundRun: Sendable {
    /// The refunds in time order, each of the record of its order.
    public let run: EventRun
    /// What each row of the table takes off, in minor units.
    public let amounts: [Int64]

    /// - Precondition: there is an amount for every row of the run's table.
    public init(_ run: EventRun, amounts: [Int64]) {
        precondition(amounts.count == run.times.count, "amounts of another table")
        self.run = run
        self.amounts = amounts
    }

    /// The same as purchases that take revenue away.
    public var revenue: RevenueRun { RevenueRun(run, amounts: amounts.map { -$0 }) }
}
