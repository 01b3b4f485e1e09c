/// A reserved word of the filter language.
///
/// All are reserved from the start, so that a saved text never changes its meaning. Words that stand only where nothing else
/// can (the channels after `by` and `to`, `product` and `cart` after `same`, the state before `cart of`) stay free as names,
/// since customer files use them.
enum Keyword: String, CaseIterable, Hashable, Sendable {
    case and, or, not, `as`, of
    case everyone
    case did, anything, `where`
    case at, least, most, exactly, less, more, than, times, between
    case then, same, within, last, next, first, `in`
    case before, after, on, ago
    case hour, hours, day, days, week, weeks, month, months, year, years, calendar
    case exists, missing, contains, starts, ends, with, matches, has, any, all
    case anniversary
    case segment, entered, left, cohort
    case stopped, restarted
    case sum, average, min, max, count, distinct
    case rfm, lifecycle, by, score, probability, ltv
    case netRevenue = "net_revenue"
    case probabilityAlive = "p_alive"
    case expectedPurchases = "expected_purchases"
    case reached, dropped, open, step, funnel
    case reachable, consents, to, `for`
    case sample, salt
    case `true`, `false`

    private static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// The keyword that a bare word is, in any case of its letters.
    init?(word: String) {
        guard word.utf8.count <= 18, let keyword = Self.byText[word.lowercased()] else { return nil }
        self = keyword
    }

    /// Whether the word measures time: `days`, `month`.
    var isUnit: Bool {
        switch self {
        case .hour, .hours, .day, .days, .week, .weeks, .month, .months, .year, .years: true
        default: false
        }
    }

    /// Whether a condition can begin with the word.
    var startsCondition: Bool {
        switch self {
        case .not, .as, .everyone, .did, .first, .last, .in, .anniversary, .entered, .left, .stopped, .restarted,
            .sum, .average, .min, .max, .count, .distinct, .rfm, .lifecycle, .score, .probability, .ltv, .netRevenue,
            .probabilityAlive, .expectedPurchases, .reached, .dropped, .open, .reachable, .consents, .sample:
            true
        default: false
        }
    }
}
