public import Customers
public import Filters

/// What a report on a funnel asks beside the way itself.
public struct FunnelQuestion: Hashable, Sendable {
    /// What is counted.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        /// Each profile once, by its best attempt.
        case profiles
        /// Every event of the first step.
        case attempts
    }

    /// Which of a profile's attempts that came equally far is the best.
    public enum Choice: String, Hashable, Sendable, CaseIterable {
        /// The shortest, and of those the first.
        case fastest
        /// The first.
        case earliest
    }

    public let funnel: Funnel
    /// Attempts begin in this stretch, in milliseconds since 1970.
    public let entry: Range<Int64>
    /// Nothing at or after it has happened yet; what may still come leaves an attempt open.
    public let asOf: Instant
    public let unit: Unit
    public let choice: Choice

    public init(
        _ funnel: Funnel, entry: Range<Int64>, asOf: Instant, unit: Unit = .profiles, choice: Choice = .fastest
    ) {
        self.funnel = funnel
        self.entry = entry.clamped(to: .min..<asOf.milliseconds)
        self.asOf = asOf
        self.unit = unit
        self.choice = choice
    }

    /// The window in milliseconds; the greatest number for any length of time.
    public var window: Int64 { funnel.within?.minutes.map { Int64($0) * 60_000 } ?? .max }

    /// Where events can lie that decide about attempts, in milliseconds since 1970.
    public var span: Range<Int64> {
        let (end, overflow) = entry.upperBound.addingReportingOverflow(window)
        let last = overflow ? asOf.milliseconds : min(asOf.milliseconds, end == .max ? end : end + 1)
        return entry.lowerBound..<max(entry.lowerBound, last)
    }
}
