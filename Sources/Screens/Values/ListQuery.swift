public import Customers

/// A list of profiles: who, in which order.
public struct ListQuery: Hashable, Sendable {
    /// Who is in the list.
    public var people: Query
    /// Words that a name or an identifier must hold; empty for no such wish.
    public var find: String
    /// What the rows are sorted by.
    public var sort: ProfileSort
    /// Whether the greatest comes first.
    public var isDescending: Bool

    public init(people: Query, find: String = "", sort: ProfileSort = .number, isDescending: Bool = false) {
        self.people = people
        self.find = find
        self.sort = sort
        self.isDescending = isDescending
    }
}
