import Columnar
import Customers
import Filters
import Segmentation

/// A share of all people of a state, and what was answered about them.
final class PeopleSlice: Sendable {
    let columns: PopulationSlice
    let answers = EvaluationCache(capacity: 8 << 20)

    init(_ population: Population) {
        let parts = PopulationSlice.parts(for: population.existence.ever.bitmap.count)
        columns = PopulationSlice(of: population, oneIn: parts)
    }
}

/// What a state about a slice was cut from.
struct SliceOrigin: StateOrigin {
    let whole: WorkspaceState
    let slice: PeopleSlice
    let population: Population
    private let beginning: Instant?

    /// `texts`: the filters that will be asked.
    init(of whole: WorkspaceState, naming texts: [String]) throws {
        self.whole = whole
        slice = whole.slice
        population = try slice.columns.population(
            naming: whole.references.texts(of: texts), birthDate: whole.settings["birth_date"])
        beginning = whole.evaluator.beginning
    }

    func evaluator(derived: DerivedColumns, cache: EvaluationCache) -> Evaluator {
        whole.evaluator.asking(population, since: beginning, derived: derived, cache: slice.answers)
    }

    /// Membership follows from the rules; all else is worked out for everyone.
    func column(of derivation: Derivation, asOf: Instant) throws -> Column? {
        if case .member = derivation { return nil }
        return try whole.derivedColumn(derivation, asOf: asOf).picking(slice.columns.records)
    }
}

extension WorkspaceState {
    /// The state of a share of the people, for some filters.
    func sliced(for texts: [String]) throws -> WorkspaceState {
        WorkspaceState(
            cache: cache, settings: settings, calendar: calendar, consents: consents, references: references,
            origin: try SliceOrigin(of: self, naming: texts))
    }
}

extension SegmentReferences {
    /// Some filters with the rules of all segments that they lead to.
    func texts(of filters: [String]) -> [String] {
        var texts = filters
        var seen: Set<String> = []
        var next = 0
        while next < texts.count {
            let names = ((try? ParsedFilter(texts[next]))?.names ?? []).filter { $0.role == .segment }.map(\.name)
            for name in names where seen.insert(name).inserted { texts += [sources[name]].compactMap(\.self) }
            next += 1
        }
        return texts
    }
}
