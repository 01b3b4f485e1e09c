/// How many took how long, in lengths of time that people think in.
public struct DurationHistogram: Hashable, Sendable {
    /// The ends of the bins in seconds, rising; the last bin is open.
    public static let edges: [Int64] = [
        60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400, 172_800, 259_200, 432_000, 604_800, 1_209_600, 2_592_000,
        5_184_000, 7_776_000, 15_552_000, 31_536_000,
    ]

    /// One for each edge, those that took longer last.
    public let counts: [Int]

    /// Counts lengths of time in milliseconds; one that equals an edge lies below it.
    public init(_ lengths: [Int64]) {
        var counts = [Int](repeating: 0, count: Self.edges.count + 1)
        for length in lengths {
            counts[Self.edges.firstIndex { length <= $0 * 1000 } ?? Self.edges.count] += 1
        }
        self.counts = counts
    }

    /// The bins that hold somebody, with all between them: the upper end in seconds, none for the open one.
    public var bins: [(upTo: Int64?, count: Int)] {
        guard let first = counts.firstIndex(where: { $0 > 0 }), let last = counts.lastIndex(where: { $0 > 0 }) else {
            return []
        }
        return (first...last).map { ($0 < Self.edges.count ? Self.edges[$0] : nil, counts[$0]) }
    }
}
