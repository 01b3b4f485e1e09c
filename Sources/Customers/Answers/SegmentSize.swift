/// How many profiles a filter holds, and how many of them can be reached.
public struct SegmentSize: Hashable, Sendable {
    public let count: Int
    /// The profiles that exist at `asOf`.
    public let base: Int
    public let asOf: Instant
    /// Those with an address and a consent, for each channel.
    public let reach: [Channel: Int]
    /// The time that the evaluation took.
    public let milliseconds: Double
    /// How far an estimate may be off, with 95 of 100 odds; 0 for what was counted.
    public let margin: Int

    public init(
        count: Int, base: Int, asOf: Instant, reach: [Channel: Int], milliseconds: Double, margin: Int = 0
    ) {
        self.count = count
        self.base = base
        self.asOf = asOf
        self.reach = reach
        self.milliseconds = milliseconds
        self.margin = margin
    }

    /// `count` of `base`, 0 to 1; 0 where there is nobody.
    public var share: Double { base == 0 ? 0 : Double(count) / Double(base) }
}

/// One condition of a filter and what it does to the count.
public struct ConditionSize: Hashable, Sendable {
    public let text: String
    /// 0 for the outermost.
    public let depth: Int
    /// The profiles that match the condition by itself.
    public let alone: Int
    /// The count with all later lines removed.
    public let after: Int
    /// The count with this line removed.
    public let without: Int
    public let milliseconds: Double

    public init(text: String, depth: Int, alone: Int, after: Int, without: Int, milliseconds: Double) {
        self.text = text
        self.depth = depth
        self.alone = alone
        self.after = after
        self.without = without
        self.milliseconds = milliseconds
    }
}
