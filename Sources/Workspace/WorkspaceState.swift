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
    let answers: EvaluationCache
    let figures = FigureCache()
    let values = ValueCache()
    /// The traits whose columns the system was asked for.
    let prefetched = Mutex<Set<String>>([])
    /// What the state was cut from, where it is about a part of the people alone.
    let origin: (any StateOrigin)?
    private let deferredRefunds: Deferred<CountedRefunds>?

    /// `refunds`: those of the state before, which are taken where nothing has changed for them.
    init(
        cache: StoreCache, settings: Settings, calendar: CivilCalendar, consents: ConsentColumns,
        references: SegmentReferences, origin: (any StateOrigin)? = nil, refunds: CountedRefunds? = nil
    ) {
        self.cache = cache
        self.settings = settings
        self.calendar = calendar
        self.consents = consents
        self.references = references
        self.origin = origin
        let known = origin?.population ?? cache.population
        let name = settings["refund_event"]
        // Read when something needs them, not at every start: that takes a look at each of them.
        let deferred =
            origin == nil && CountedRefunds.areTold(in: known, by: name)
            ? Deferred {
                CountedRefunds(known, events: name, cache: cache, currency: settings.currency, known: refunds)
            }
            : nil
        deferredRefunds = deferred
        population = deferred.map { deferred in known.with(refunds: Deferred { deferred.value.table }) } ?? known
        answers = EvaluationCache(capacity: max(Self.leastAnswerBytes, population.profiles.count * 64))
    }

    private static let leastAnswerBytes = 64 << 20

    /// A share of all people, on which estimates are made.
    var slice: PeopleSlice { figures.slice { PeopleSlice(population) } }

    /// Reads what single orders brought.
    var orderAmount: OrderAmount { figures.orderAmount { OrderAmount(population) } }

    /// Refunds; none where no event tells of any, and in a part of the people.
    var refunds: CountedRefunds? { deferredRefunds?.value }

    /// The refunds where something has needed them.
    var refundsIfRead: CountedRefunds? { deferredRefunds?.valueIfKnown }

    /// What orders brought.
    var amounts: OrderAmounts { figures.amounts { OrderAmounts(population) } }

    /// Asks questions of this state.
    var evaluator: Evaluator {
        if let origin { return origin.evaluator(derived: derivedColumns, cache: answers) }
        return Evaluator(
            population, calendar: calendar,
            options: .init(birthDate: settings["birth_date"], fractionDigits: currency.fractionDigits),
            derived: derivedColumns, cache: answers, version: cache.version)
    }

    var currency: Currency { settings.currency }

    /// How people are called.
    var names: ProfileNames { figures.names { ProfileNames(self) } }

    /// Purchases of every profile before a date.
    func purchaseTotals(asOf: Instant, takesGross: Bool = false) -> PurchaseTotals {
        let extent = PurchaseTotals.Extent(population, asOf: asOf, takesGross: takesGross)
        return figures.totals(for: extent) { PurchaseTotals(state: self, extent: extent) }
    }

    /// The columns that timelines read.
    var timelineColumns: TimelineColumns {
        figures.timeline { TimelineColumns(population, refunds: refunds, events: settings["refund_event"]) }
    }
}

/// What a state about a part of the people was cut from.
protocol StateOrigin: Sendable {
    /// The people of the part.
    var population: Population { get }
    /// Asks of them alone.
    func evaluator(derived: DerivedColumns, cache: EvaluationCache) -> Evaluator
    /// The figures that hang on everyone; none for those that follow from the part.
    func column(of derivation: Derivation, asOf: Instant) throws -> Column?
}
