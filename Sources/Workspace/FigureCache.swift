import Analytics
import Columnar
import Customers
import Filters
import Synchronization

/// Figures that take a pass over all people or purchases, kept for the questions that were asked last.
final class FigureCache: Sendable {
    struct Kept {
        var amounts: OrderAmounts?
        var identifiers: Column?
        var timeline: TimelineColumns?
        var names: ProfileNames?
        var finder: PeopleFinder?
        var totals: PurchaseTotals?
        var scores: [(key: ScoreKey, scores: ProfileScores)] = []
        var outcomes: [(key: FunnelKey, outcomes: FunnelOutcomes)] = []
        var lists: [(key: ListKey, list: OrderedProfiles)] = []
        var measures: [(key: MeasureKey, series: MeasureSeries)] = []
    }

    struct MeasureKey: Hashable, Sendable {
        let bounds: [Int64]
        let scope: String?
        let asOf: Instant
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

    func timeline(otherwise make: () -> TimelineColumns) -> TimelineColumns { once(\.timeline, make) }

    func names(otherwise make: () -> ProfileNames) -> ProfileNames { once(\.names, make) }

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
        if let known = kept.withLock({ $0.scores.first { $0.key == key }?.scores }) { return known }
        let made = try make()
        kept.withLock { kept in
            kept.scores.append((key, made))
            if kept.scores.count > Self.most { kept.scores.removeFirst() }
        }
        return made
    }

    func outcomes(for key: FunnelKey, otherwise make: () throws -> FunnelOutcomes) rethrows -> FunnelOutcomes {
        if let known = kept.withLock({ $0.outcomes.first { $0.key == key }?.outcomes }) { return known }
        let made = try make()
        kept.withLock { kept in
            kept.outcomes.append((key, made))
            if kept.outcomes.count > Self.mostOutcomes { kept.outcomes.removeFirst() }
        }
        return made
    }

    func measures(for key: MeasureKey, otherwise make: () throws -> MeasureSeries) rethrows -> MeasureSeries {
        if let known = kept.withLock({ $0.measures.first { $0.key == key }?.series }) { return known }
        let made = try make()
        kept.withLock { kept in
            kept.measures.append((key, made))
            if kept.measures.count > Self.most { kept.measures.removeFirst() }
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
