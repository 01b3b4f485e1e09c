public import Customers

/// A list of profiles: who, in which order.
public struct ListQuery: Hashable, Sendable {
    /// Who is in the list.
    public var people: Query
    /// Words that a name or an identifier must hold; empty for no such wish.
    public var find: String
    /// What the rows show besides the figures that each has.
    public var columns: [ProfileColumn]
    /// What the rows are sorted by.
    public var sort: ProfileColumn
    /// Whether the greatest comes first.
    public var isDescending: Bool

    public init(
        people: Query, find: String = "", columns: [ProfileColumn] = [], sort: ProfileColumn = .number,
        isDescending: Bool = false
    ) {
        self.columns = columns
        self.people = people
        self.find = find
        self.sort = sort
        self.isDescending = isDescending
    }
}
