import Filters

/// A test of a figure made of a profile's events.
struct AggregateCondition: Sendable {
    let function: Aggregate.Function
    /// Each source has the property that is measured, or nothing to measure.
    let events: EventCondition
    /// Whether the figure is a fraction, of the major unit where amounts of money are measured; otherwise it is a whole
    /// number, or an amount in minor units.
    let isFraction: Bool
    /// Minor units in a major unit, by which tables that hold whole numbers and such that hold amounts are brought
    /// together; 1 where none holds amounts.
    let moneyUnits: Int64
    let test: ColumnTest
    /// Whether the figure counts days, as dates do.
    var countsDays = false
}

/// A change of membership of a segment.
struct Movement: Sendable {
    let segment: String
    /// Whether profiles left; otherwise they entered.
    let isLeaving: Bool
    let window: Window
}
