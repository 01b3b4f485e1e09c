import Filters

/// A test of a figure made of a profile's events.
struct AggregateCondition: Sendable {
    /// How the values of the sources are brought to one unit.
    enum Domain: Hashable, Sendable {
        /// Whole numbers, or amounts in minor units; amounts that are written as whole numbers are multiplied.
        case integers(moneyUnits: Int64)
        /// Fractions; amounts of money in major units.
        case numbers(moneyUnits: Int64)
    }

    let function: Aggregate.Function
    /// Each source has the property that is measured, or nothing to measure.
    let events: EventCondition
    let domain: Domain
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
