/// One value with its kind that names a customer: `email:a@b.pl`, `profile_id:17`.
public struct Identifier: Hashable, Sendable {
    /// The kind, in lower case: `email`, `phone`, or the header of an id column such as `profile_id`.
    public let kind: String
    /// The value in the normal form of its kind.
    public let value: String

    public init(kind: String, value: String) {
        self.kind = kind
        self.value = value
    }
}

extension Identifier: CustomStringConvertible {
    public var description: String { "\(kind):\(value)" }
}
