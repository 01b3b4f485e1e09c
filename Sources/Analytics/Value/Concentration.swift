/// How unevenly revenue is spread over buyers.
public struct Concentration: Hashable, Sendable {
    /// The best buyers down to a revenue, those of equal revenue included.
    public struct Point: Hashable, Sendable {
        /// The share of buyers that was asked for, in percent.
        public let percent: Int
        /// The least revenue among them, in minor units.
        public let least: Int64
        public let buyers: Int
        /// In minor units.
        public let revenue: Int64
    }

    public let buyers: Int
    /// In minor units.
    public let revenue: Int64
    /// From the fewest buyers to all of them; none where nobody bought.
    public let points: [Point]
    /// 0 where all buyers bring the same, nearly 1 where one brings all; none where they bring nothing.
    public let gini: Double?

    /// The shares of buyers that are looked at, in percent.
    public static let percents = [1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]

    /// - `revenues`: net revenue of every buyer in minor units, in any order.
    /// - Complexity: O(*n* log *n*)
    public init(of revenues: [Int64]) {
        let sorted = revenues.sorted(by: >)
        var sums: [Int64] = [0]
        sums.reserveCapacity(sorted.count + 1)
        var weighted = 0.0
        for (place, revenue) in sorted.enumerated() {
            sums.append(sums[place] + revenue)
            weighted += Double(sorted.count - place) * Double(revenue)
        }
        let total = sums[sorted.count]
        buyers = sorted.count
        revenue = total
        points =
            sorted.isEmpty
            ? []
            : Self.percents.map { percent in
                let wanted = max(1, (sorted.count * percent + 99) / 100)
                let least = sorted[wanted - 1]
                var end = wanted
                while end < sorted.count, sorted[end] == least { end += 1 }
                return Point(percent: percent, least: least, buyers: end, revenue: sums[end])
            }
        let count = Double(sorted.count)
        gini = total > 0 && (sorted.last ?? 0) >= 0 ? 2 * weighted / (count * Double(total)) - (count + 1) / count : nil
    }
}
