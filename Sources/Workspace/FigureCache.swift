import Analytics
import Columnar
import Customers
import Filters
import Synchronization

/// Figures that take a pass over all people or purchases, kept for the questions that were asked last.
final class FigureCache: Sendable {
    struct Kept {
        var amounts: OrderAmounts?
        var orderAmount: OrderAmount?
        var purchases: Purchases?
        var standing: [UInt32]?
        var identifiers: Column?
        var timeline: TimelineColumns?
        var names: ProfileNames?
        var slice: PeopleSlice?
        var finder: PeopleFinder?
        var totals: PurchaseTotals?
        var scoring: Recent<Instant, Task<ProfileScores, any Error>>?
        var scores: [Recent<ScoreKey, ProfileScores>] = []
        var outcomes: [Recent<FunnelKey, FunnelOutcomes>] = []
        var lists: [(key: ListKey, list: OrderedProfiles)] = []
        var measures: [Recent<MeasureKey, [MeasureSeries]>] = []
    }

    /// A figure with what it was asked for.
    struct Recent<Key: Equatable & Sendable, Figure: Sendable> {
        let key: Key
        let figure: Figure
    }

    struct MeasureKey: Hashable, Sendable {
        let bounds: [[Int64]]
        let scope: String?
        let asOf: Instant
        /// None for all.
        let metrics: Set<Metric>?
        let refunds: RefundDating
    }

    struct ScoreKey: Hashable, Sendable {
        let asOf: Instant
        let options: RFMOptions
    }

    /// A funnel with what marks its events.
    struct FunnelKey: Hashable, Sendable {
        let question: FunnelQuestion
        let condition: Predicate?
        let touch: FunnelTouch
    }

    struct ListKey: Hashable, Sendable {
        let filter: [String]
        let asOf: Instant
        let sort: ProfileColumn
        let isDescending: Bool
        let takesGross: Bool
    }

    private static let most = 8
    /// A value takes three bytes a profile.
    private static let mostOutcomes = 4
    private let kept = Mutex(Kept())

    func amounts(otherwise make: () -> OrderAmounts) -> OrderAmounts { once(\.amounts, make) }

    func orderAmount(otherwise make: () -> OrderAmount) -> OrderAmount { once(\.orderAmount, make) }

    func purchases(otherwise make: () -> Purchases) -> Purchases { once(\.purchases, make) }

    func standing(otherwise make: () throws -> [UInt32]) rethrows -> [UInt32] { try once(\.standing, make) }

    func timeline(otherwise make: () -> TimelineColumns) -> TimelineColumns { once(\.timeline, make) }

    func names(otherwise make: () -> ProfileNames) -> ProfileNames { once(\.names, make) }

    func slice(otherwise make: () -> PeopleSlice) -> PeopleSlice { once(\.slice, make) }

    func finder(otherwise make: () -> PeopleFinder) -> PeopleFinder { once(\.finder, make) }

    func identifiers(otherwise make: () throws -> Column) rethrows -> Column { try once(\.identifiers, make) }

    private func once<Figure: Sendable>(
        _ place: WritableKeyPath<Kept, Figure?>, _ make: () throws -> Figure
    ) rethrows -> Figure {
        if let known = kept.withLock({ $0[keyPath: place] }) { return known }
        let made = try make()
        kept.withLock { $0[keyPath: place] = made }
        return made
    }

    func totals(for extent: PurchaseTotals.Extent, otherwise make: () -> PurchaseTotals) -> PurchaseTotals {
        if let known = kept.withLock({ $0.totals }), known.extent == extent { return known }
        let made = make()
        kept.withLock { $0.totals = made }
        return made
    }

    func scores(for key: ScoreKey, otherwise make: () throws -> ProfileScores) rethrows -> ProfileScores {
        try recent(\.scores, for: key, most: Self.most, make)
    }

    /// The newest scores by some options that were worked out as of an instant of a stretch and cover the same purchases
    /// as its end; none where there are none.
    func lateScores(
        by options: RFMOptions, between start: Instant, _ end: Instant, covering: (Instant) -> PurchaseTotals.Extent
    ) -> ProfileScores? {
        let known = kept.withLock { kept in
            kept.scores.last { $0.key.options == options && (start...end).contains($0.key.asOf) }
        }
        guard let known, covering(known.key.asOf) == covering(end) else { return nil }
        return known.figure
    }

    /// The work on scores as of about an instant, begun where none is under way.
    func scoring(
        asOf: Instant, otherwise begin: () -> Task<ProfileScores, any Error>
    ) -> Task<ProfileScores, any Error> {
        kept.withLock { kept in
            if let known = kept.scoring, abs(known.key.milliseconds - asOf.milliseconds) < 1000 { return known.figure }
            let task = begin()
            kept.scoring = Recent(key: asOf, figure: task)
            return task
        }
    }

    func outcomes(for key: FunnelKey, otherwise make: () throws -> FunnelOutcomes) rethrows -> FunnelOutcomes {
        try recent(\.outcomes, for: key, most: Self.mostOutcomes, make)
    }

    func measures(for key: MeasureKey, otherwise make: () throws -> [MeasureSeries]) rethrows -> [MeasureSeries] {
        try recent(\.measures, for: key, most: Self.most, make)
    }

    /// The figure of a key, made where it is not among the last so many.
    private func recent<Key: Equatable & Sendable, Figure: Sendable>(
        _ place: WritableKeyPath<Kept, [Recent<Key, Figure>]>, for key: Key, most: Int, _ make: () throws -> Figure
    ) rethrows -> Figure {
        if let known = kept.withLock({ $0[keyPath: place].first { $0.key == key }?.figure }) { return known }
        let made = try make()
        kept.withLock { kept in
            kept[keyPath: place].append(Recent(key: key, figure: made))
            if kept[keyPath: place].count > most { kept[keyPath: place].removeFirst() }
        }
        return made
    }

    /// A list of which at least so many rows are in order.
    func list(
        for key: ListKey, ordered rows: Int, otherwise make: () throws -> OrderedProfiles
    ) rethrows -> OrderedProfiles {
        let known = kept.withLock { $0.lists.first { $0.key == key }?.list }
        if let known, known.rows.count >= min(rows, known.total) { return known }
        let made = try make()
        kept.withLock { kept in
            kept.lists.removeAll { $0.key == key }
            kept.lists.append((key, made))
            if kept.lists.count > Self.most { kept.lists.removeFirst() }
        }
        return made
    }
}
