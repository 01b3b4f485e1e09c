public import Analytics
public import Customers
public import Filters

/// Which report on a funnel a screen wants.
public struct FunnelWish: Hashable, Sendable {
    public var funnel: Funnel
    /// The local days on which attempts begin; none for all.
    public var days: ClosedRange<CivilDate>?
    public var split: FunnelSplit.Subject?
    public var countsAttempts = false
    /// The periods of the trend.
    public var by = Period.day

    public init(_ funnel: Funnel, days: ClosedRange<CivilDate>? = nil) {
        self.funnel = funnel
        self.days = days
    }
}

/// A report on a funnel, and that of the days before where it was asked for.
public struct FunnelFigures: Hashable, Sendable {
    public let report: FunnelReport
    public let milliseconds: Double

    public init(_ report: FunnelReport, milliseconds: Double) {
        self.report = report
        self.milliseconds = milliseconds
    }
}

/// Stretches of days that reports offer.
enum ReportStretch: Int, Hashable, Sendable, CaseIterable {
    case days7, days30, days90, days365, all

    /// The number of days; none for all time.
    var count: Int? {
        switch self {
        case .days7: 7
        case .days30: 30
        case .days90: 90
        case .days365: 365
        case .all: nil
        }
    }

    /// The periods of a trend over so many days.
    var period: Period {
        switch self {
        case .days7, .days30, .days90: .day
        case .days365: .week
        case .all: .month
        }
    }

    func name(_ context: Context) -> String {
        count.map { context.say("stretch.days", "last %1 days", "\($0)") } ?? context.say("stretch.all", "all time")
    }

    /// The days up to the date of the question, going back by whole stretches.
    func days(_ context: Context, back stretches: Int = 0) -> ClosedRange<CivilDate>? {
        guard let count else { return nil }
        let end = context.lastDay.adding(days: -count * stretches)
        return end.adding(days: 1 - count)...end
    }
}
