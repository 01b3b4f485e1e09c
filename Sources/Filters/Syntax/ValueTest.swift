public import Customers

/// A literal of the filter language.
public enum Literal: Hashable, Sendable {
    /// `"Kraków"`
    case text(String)
    /// `19.99`
    case number(DecimalLiteral)
    /// `true`
    case boolean(Bool)
    /// `1980-01-01`
    case date(CivilDate)
    /// `2026-05-01T10:00`
    case instant(LocalInstant)
}

/// An ordering or equality.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
}

/// A test of one value: of a trait, a property, a derived measure.
public enum ValueTest: Hashable, Sendable {
    /// `>= 30`
    case compare(Comparison, Literal)
    /// `between 10 and 20`, both ends included
    case between(Literal, Literal)
    /// `in ("a", "b")`
    case isIn([Literal])
    /// `not in ("a", "b")`
    case isNotIn([Literal])
    /// `exists`
    case exists
    /// `missing`
    case missing
    /// `contains "a"`
    case contains(String)
    /// `starts with "a"`
    case startsWith(String)
    /// `ends with "a"`
    case endsWith(String)
    /// `exactly "a"`
    case exactly(String)
    /// `matches /a+/`
    case matches(String)
    /// `has "a"`
    case has(Literal)
    /// `has any ("a", "b")`
    case hasAny([Literal])
    /// `has all ("a", "b")`
    case hasAll([Literal])
    /// `within last 30 days`, `before 2026-01-01`
    case time(TimeRange)
    /// `within next 7 days`
    case withinNext(Span)
}

extension ValueTest {
    /// Whether the test is true where there is no value.
    public var holdsWithoutValue: Bool {
        switch self {
        case .compare(.unequal, _), .isNotIn, .missing: true
        default: false
        }
    }
}

/// A condition on the properties of one event, or of one order line.
public indirect enum Predicate: Hashable, Sendable {
    /// `a and b`; two operands or more.
    case all([Predicate])
    /// `a or b`; two operands or more.
    case any([Predicate])
    /// `not a`
    case not(Predicate)
    /// `category = "shoes"`
    case property(String, ValueTest)
}

extension Predicate {
    /// The names of all properties, in reading order.
    public var propertyNames: [String] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.propertyNames)
        case .not(let part): part.propertyNames
        case .property(let name, _): [name]
        }
    }

    /// Whether the condition is true of an event that has no property at all.
    public var holdsWithoutValues: Bool {
        switch self {
        case .all(let parts): parts.allSatisfy(\.holdsWithoutValues)
        case .any(let parts): parts.contains(where: \.holdsWithoutValues)
        case .not(let part): !part.holdsWithoutValues
        case .property(_, let test): test.holdsWithoutValue
        }
    }
}
