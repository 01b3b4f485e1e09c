/// Who the people of a filter are and what they bought, before the date of the question.
public struct SegmentMakeup: Hashable, Sendable {
    /// How the people fall to the values of one trait; the shares of all values, the rest and the unknown add up.
    public struct Breakdown: Hashable, Sendable {
        /// The trait.
        public let trait: String
        /// The most frequent values first, ages in their own order; each opens to its people.
        public let values: [Part]
        /// People with other values.
        public let others: Int
        /// People without a value.
        public let unknown: Int

        public init(trait: String, values: [Part], others: Int, unknown: Int) {
            self.trait = trait
            self.values = values
            self.others = others
            self.unknown = unknown
        }
    }

    /// The people of one value.
    public struct Part: Hashable, Sendable {
        public let label: String
        public let people: CountedFilter

        public init(label: String, people: CountedFilter) {
            self.label = label
            self.people = people
        }
    }

    public let people: Int
    /// Those with a purchase.
    public let buyers: Int
    public let purchases: Int
    /// Net of refunds where the workspace says so, in minor units.
    public let revenueMinor: Int64
    /// Purchases and their revenue in the twelve calendar months before the date.
    public let yearPurchases: Int
    public let yearRevenueMinor: Int64
    public let breakdowns: [Breakdown]

    public init(
        people: Int, buyers: Int, purchases: Int, revenueMinor: Int64, yearPurchases: Int, yearRevenueMinor: Int64,
        breakdowns: [Breakdown]
    ) {
        self.people = people
        self.buyers = buyers
        self.purchases = purchases
        self.revenueMinor = revenueMinor
        self.yearPurchases = yearPurchases
        self.yearRevenueMinor = yearRevenueMinor
        self.breakdowns = breakdowns
    }

    /// Revenue by purchases, in minor units; none without a purchase.
    public var averageOrderMinor: Int64? { purchases > 0 ? revenueMinor / Int64(purchases) : nil }
}

/// How many people of a filter a saved segment holds too.
public struct SegmentOverlap: Hashable, Sendable {
    public let segment: String
    /// People of both.
    public let shared: Int
    /// People of the segment.
    public let size: Int

    public init(segment: String, shared: Int, size: Int) {
        self.segment = segment
        self.shared = shared
        self.size = size
    }
}
