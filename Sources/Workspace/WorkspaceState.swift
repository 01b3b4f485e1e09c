import Analytics
import Columnar
import Customers
import Segmentation
import Store
import Synchronization

/// One consistent state of a store, with all that questions about it need; it never changes.
final class WorkspaceState: Sendable {
    let cache: StoreCache
    let population: Population
    let settings: Settings
    let calendar: CivilCalendar
    let consents: ConsentColumns
    let references: SegmentReferences
    let answers = EvaluationCache()
    let figures = FigureCache()
    let values = ValueCache()
    /// What the state was cut from, where it is about one profile alone.
    let origin: ProfileOrigin?

    init(
        cache: StoreCache, settings: Settings, calendar: CivilCalendar, consents: ConsentColumns,
        references: SegmentReferences, origin: ProfileOrigin? = nil
    ) {
        self.cache = cache
        self.settings = settings
        self.calendar = calendar
        self.consents = consents
        self.references = references
        self.origin = origin
        population = origin?.population ?? cache.population
    }

    /// What orders brought.
    var amounts: OrderAmounts { figures.amounts { OrderAmounts(population.orders) } }

    /// Asks questions of this state.
    var evaluator: Evaluator {
        if let origin { return origin.evaluator(derived: derivedColumns, cache: answers) }
        return Evaluator(
            population, calendar: calendar,
            options: .init(birthDate: settings["birth_date"], fractionDigits: currency.fractionDigits),
            derived: derivedColumns, cache: answers, version: cache.version)
    }

    var currency: Currency { settings.currency }
}

/// Figures that take a pass over all purchases, kept for the dates that were asked about last.
final class FigureCache: Sendable {
    struct Kept {
        var amounts: OrderAmounts?
        var identifiers: Column?
        var scores: [(key: ScoreKey, scores: ProfileScores)] = []
        var orders: [(key: OrderKey, rows: [UInt32])] = []
    }

    struct ScoreKey: Hashable, Sendable {
        let asOf: Instant
        let options: RFMOptions
    }

    struct OrderKey: Hashable, Sendable {
        let filter: [String]
        let asOf: Instant
        let sort: ProfileSort
        let isDescending: Bool
    }

    private static let most = 8
    private let kept = Mutex(Kept())

    func amounts(otherwise make: () -> OrderAmounts) -> OrderAmounts {
        if let known = kept.withLock({ $0.amounts }) { return known }
        let made = make()
        kept.withLock { $0.amounts = made }
        return made
    }

    func identifiers(otherwise make: () throws -> Column) rethrows -> Column {
        if let known = kept.withLock({ $0.identifiers }) { return known }
        let made = try make()
        kept.withLock { $0.identifiers = made }
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

    func rows(for key: OrderKey, otherwise make: () throws -> [UInt32]) rethrows -> [UInt32] {
        if let known = kept.withLock({ $0.orders.first { $0.key == key }?.rows }) { return known }
        let made = try make()
        kept.withLock { kept in
            kept.orders.append((key, made))
            if kept.orders.count > Self.most { kept.orders.removeFirst() }
        }
        return made
    }
}
