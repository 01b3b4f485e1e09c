/// A value of a trait or of a property, and how often it stands.
public struct CountedValue: Hashable, Sendable {
    /// One value; an element where the trait holds several.
    public let value: Value
    /// The profiles that have the value of a trait, the events that have that of a property.
    public let count: Int

    public init(_ value: Value, count: Int) {
        self.value = value
        self.count = count
    }
}
