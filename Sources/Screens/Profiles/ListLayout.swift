public import Customers

/// What a list of profiles shows and in which order, as its user chose it.
public struct ListLayout: Hashable, Sendable {
    /// From the left; the name stands first and stays where it is.
    public var columns: [ProfileColumn]
    public var sort: ProfileColumn
    public var isDescending: Bool

    public init(columns: [ProfileColumn], sort: ProfileColumn = .number, isDescending: Bool = false) {
        self.columns = columns.isEmpty ? Self.standard.columns : columns
        self.sort = sort
        self.isDescending = isDescending
    }

    /// Before anything was chosen.
    public static let standard = ListLayout(unchecked: [.name, .city, .purchases, .revenue, .lastPurchase, .lastSeen])

    private init(unchecked columns: [ProfileColumn]) {
        (self.columns, sort, isDescending) = (columns, .number, false)
    }
}
