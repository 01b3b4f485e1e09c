import Columnar
import Customers
import Filters
import Segmentation

/// What a state about one profile alone was cut from.
struct ProfileOrigin: StateOrigin {
    /// The state with everyone.
    let whole: WorkspaceState
    /// The number of the profile there.
    let profile: Int
    /// The date before which everything is known.
    let known: Instant
    /// The profile's rows before that date.
    let population: Population
    private let beginning: Instant?

    init(_ profile: Int, of whole: WorkspaceState, knownBefore known: Instant) {
        self.whole = whole
        self.profile = profile
        self.known = known
        population = whole.population.cut(to: profile, before: known)
        beginning = whole.evaluator.beginning
    }

    /// Asks of the profile alone.
    func evaluator(derived: DerivedColumns, cache: EvaluationCache) -> Evaluator {
        whole.evaluator.asking(population, since: beginning, derived: derived, cache: cache)
    }

    /// The figures that hang on everyone, or on what becomes known later; none for all others.
    ///
    /// Scores after the date stay as they are at it.
    func column(of derivation: Derivation, asOf: Instant) throws -> Column? {
        switch derivation {
        case .measure(.rfm(let figure, let variant)):
            return try whole.scores(asOf: min(asOf, known), variant: variant).column(of: figure, for: profile)
        case .identifier: return try whole.identifier(of: profile)
        default: return nil
        }
    }
}

extension WorkspaceState {
    /// The state of one profile alone, as it is known at a date.
    func alone(_ profile: Int, knownBefore known: Instant) -> WorkspaceState {
        WorkspaceState(
            cache: cache, settings: settings, calendar: calendar,
            consents: consents.cut(to: profile, before: known.milliseconds), references: references,
            origin: ProfileOrigin(profile, of: self, knownBefore: known))
    }

    /// The identifier by which samples draw a profile, as a column of one row.
    fileprivate func identifier(of profile: Int) throws -> Column {
        let all = alone(profile, knownBefore: Instant(milliseconds: .max))
        let identifier = try IdentifierColumn(all).column()[0]?.text ?? "#\(profile)"
        var text = TextVector()
        text.append(identifier)
        return .texts(bytes: Lane(text.bytes), ends: Lane(text.ends.map(UInt64.init)))
    }
}

extension ConsentColumns {
    /// What the ledger says of one profile, which bears the number 0, before an instant.
    ///
    /// A first word that comes only later and is a yes still tells that there was none before.
    fileprivate func cut(to profile: Int, before end: Int64) -> ConsentColumns {
        var cut = self
        cut.rows = rows.mapValues { rows in
            var own = Rows()
            for (row, other) in rows.profiles.enumerated() where Int(other) == profile {
                let isKnown = rows.times[row] < end
                guard isKnown || own.profiles.isEmpty else { break }
                own.profiles.append(0)
                own.times.append(isKnown ? rows.times[row] : .max)
                own.isGranted.append(rows.isGranted[row])
            }
            return own
        }
        return cut
    }
}
