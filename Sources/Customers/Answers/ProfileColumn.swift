/// What a list of profiles can show, and what it can be sorted by.
public enum ProfileColumn: Hashable, Sendable {
    /// The order in which the profiles came.
    case number
    case name, identifier, city
    /// Purchases, their net revenue, and the one by the other.
    case purchases, revenue, averageOrder
    case lastPurchase, lastSeen
    /// Scores of RFM by the workspace's own report, and the group that they make.
    case recency, frequency, monetary, group
    case trait(String)

    /// All that every store has, in the order in which it is offered.
    public static let figures: [ProfileColumn] = [
        .number, .name, .identifier, .city, .purchases, .revenue, .averageOrder, .lastPurchase, .lastSeen, .recency,
        .frequency, .monetary, .group,
    ]

    /// The column of a name that a command writes; a name that is none of the figures is that of a trait.
    public init(named name: String) {
        self = Self.figures.first { $0.name == name } ?? .trait(name)
    }

    /// The name as commands write it: `last_purchase`, `rfm.recency`, the name of the trait.
    public var name: String {
        switch self {
        case .number: "number"
        case .name: "name"
        case .identifier: "identifier"
        case .city: "city"
        case .purchases: "purchases"
        case .revenue: "revenue"
        case .averageOrder: "average_order"
        case .lastPurchase: "last_purchase"
        case .lastSeen: "last_seen"
        case .recency: "rfm.recency"
        case .frequency: "rfm.frequency"
        case .monetary: "rfm.monetary"
        case .group: "rfm.group"
        case .trait(let name): name
        }
    }
}
