public import Customers

/// Why a filter that reads well cannot be asked of a population.
public struct BindingError: Error, Hashable {
    /// What is wrong, as facts.
    public enum Reason: Error, Hashable, Sendable {
        case unknownTrait(String, nearest: [String])
        case unknownEvent(String, nearest: [String])
        case unknownProperty(String, event: String, nearest: [String])
        /// A test that the type of the value does not take, and the form that it does.
        case unfitTest(name: String, type: ValueType, instead: String)
        case pattern(PatternError)
        /// A condition that is not evaluated yet: its name in plural, and its words in the language.
        case notYet(String)
    }

    public let reason: Reason
    /// The condition that is meant: which operand to take at each step down from the whole filter.
    public let path: [Int]

    public init(_ reason: Reason, at path: [Int]) {
        self.reason = reason
        self.path = path
    }
}
