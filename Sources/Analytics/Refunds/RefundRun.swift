public import Columnar

/// Refunds at their own dates, with what each takes off its order.
public struct RefundRun: Sendable {
    /// The refunds in time order, each of the record of its order.
    public let run: EventRun
    /// What each row of the table takes off, in minor units.
    public let amounts: [Int64]
    /// When the order of each row was placed, in milliseconds since 1970; not after the refund.
    public let orderTimes: [Int64]

    /// - Precondition: there are an amount and a time for every row of the run's table.
    public init(_ run: EventRun, amounts: [Int64], orderTimes: [Int64]) {
        let rows = run.times.count
        precondition(amounts.count == rows && orderTimes.count == rows, "amounts of another table")
        self.run = run
        self.amounts = amounts
        self.orderTimes = orderTimes
    }

    /// The same as purchases that take revenue away.
    public var revenue: RevenueRun { RevenueRun(run, amounts: amounts.map { -$0 }) }
}
