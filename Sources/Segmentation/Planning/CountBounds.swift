import Filters

/// The least and the greatest number of times.
struct CountBounds: Hashable, Sendable {
    let least: Int
    /// None where there is no greatest.
    let most: Int?

    init(least: Int, most: Int?) {
        self.least = max(0, least)
        self.most = most == .max ? nil : most
    }

    init(_ count: Count?) {
        switch count {
        case .none: self.init(least: 1, most: nil)
        case .atLeast(let n): self.init(least: n, most: nil)
        case .atMost(let n): self.init(least: 0, most: n)
        case .exactly(let n): self.init(least: n, most: n)
        case .lessThan(let n): self.init(least: 0, most: n == .min ? n : n - 1)
        case .moreThan(let n): self.init(least: n == .max ? n : n + 1, most: nil)
        case .between(let n, let m): self.init(least: n, most: m)
        }
    }

    /// Whether no number lies between.
    var isEmpty: Bool { most.map { $0 < least } ?? false }
}
