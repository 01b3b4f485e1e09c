public import Customers
public import Filters

/// What a retention report is about, beside the events.
public struct RetentionOptions: Hashable, Sendable {
    /// The length of a period: of a cohort and of the cells after it.
    public var unit: Period
    /// A day of the first cohort; that of the first start event where there is none.
    public var from: CivilDate?
    /// A day of the last cohort; that of the last start event where there is none.
    public var through: CivilDate?
    /// Whether a cell holds those who came back in its period or later.
    public var countsLater: Bool
    /// Whether revenue is taken before refunds.
    public var takesGross: Bool
    /// In which period a refund counts: its own, or that of its order.
    public var refunds: RefundDating
    /// The most cells a cohort.
    public var cells: Int

    /// Options; where no number of cells is said it is 91 days, 261 weeks or 240 months.
    public init(
        by unit: Period = .month, from: CivilDate? = nil, through: CivilDate? = nil, countsLater: Bool = false,
        takesGross: Bool = false, refunds: RefundDating = .ownDate, cells: Int? = nil
    ) {
        self.unit = unit
        self.from = from
        self.through = through
        self.countsLater = countsLater
        self.takesGross = takesGross
        self.refunds = refunds
        self.cells = max(1, cells ?? Self.usualCells[unit] ?? 91)
    }

    private static let usualCells = [Period.day: 91, .week: 261, .month: 240]
}
