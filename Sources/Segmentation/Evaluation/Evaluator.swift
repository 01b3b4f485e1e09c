public import Columnar
public import Customers
public import Filters

/// Answers filters over one consistent state of a store.
public struct Evaluator: Sendable {
    /// What the settings of a workspace say.
    public struct Options: Hashable, Sendable {
        /// The trait from which `age` follows.
        public var birthDate: String?
        /// Decimals of the workspace's currency: 2 where amounts are kept in cents.
        public var fractionDigits: Int
        /// Profiles from which on conditions are worked out on two threads.
        public var leastProfilesShared: Int

        public init(birthDate: String? = nil, fractionDigits: Int = 2, leastProfilesShared: Int = 200_000) {
            self.birthDate = birthDate
            self.fractionDigits = fractionDigits
            self.leastProfilesShared = leastProfilesShared
        }
    }

    let population: Population
    let calendar: CivilCalendar
    let options: Options
    let derived: DerivedColumns
    let cache: EvaluationCache
    let version: Int
    /// The first instant at which anything happened, where only a part of all people is asked about.
    var firstInstant: Int64?

    /// Makes an evaluator; it holds no state of its own, so making one for each question costs nothing.
    ///
    /// - Parameters:
    ///   - population: the columns.
    ///   - calendar: the workspace's zone.
    ///   - options: what the settings say.
    ///   - derived: the figures that other modules work out.
    ///   - cache: where answers are kept; may be shared by evaluators of one store.
    ///   - version: the state of the store, another one for every other state.
    public init(
        _ population: Population, calendar: CivilCalendar, options: Options = Options(),
        derived: DerivedColumns = .none, cache: EvaluationCache = EvaluationCache(), version: Int = 0
    ) {
        self.population = population
        self.calendar = calendar
        self.options = options
        self.derived = derived
        self.cache = cache
        self.version = version
    }

    /// The profiles that exist at an instant.
    public func base(asOf instant: Instant) -> Bitmap {
        let existence = population.existence
        // After the last of them began, the same profiles exist at every date.
        let isFinal = existence.since == nil || instant.milliseconds > existence.latest
        let date = isFinal ? Instant(milliseconds: .max) : instant
        return cache.bitmap(for: .init(question: .base, asOf: date, version: version)) {
            existence.base(at: date.milliseconds)
        }
    }

    /// The records that are not at the place of their profile, the same at every instant.
    var moved: Bitmap {
        guard population.profiles.profileOfRecord != nil else { return Bitmap(rows: population.profiles.count) }
        let key = EvaluationCache.Key(question: .moved, asOf: Instant(milliseconds: 0), version: version)
        return cache.bitmap(for: key) { population.profiles.moved() }
    }

    /// Finds the names of a filter and checks their types.
    public func plan(for filter: Filter, asOf instant: Instant) throws(BindingError) -> Plan {
        let binder = Binder(
            population: population, options: options, derived: derived, local: LocalTime(calendar: calendar))
        return Plan(asOf: instant, root: try binder.bind(filter, asOf: instant, path: []))
    }

    /// Finds the names of a parsed filter and checks their types; an error points at its place in the text.
    public func plan(for parsed: ParsedFilter, asOf instant: Instant) throws(BindingError) -> Plan {
        do throws(BindingError) {
            return try plan(for: parsed.filter, asOf: instant)
        } catch {
            throw error.located(in: parsed)
        }
    }

    /// The profiles that satisfy a filter, a row a profile.
    ///
    /// - Throws: `BindingError`, `CancellationError`, or what the provider of a derived figure throws.
    public func members(of filter: Filter, asOf instant: Instant) throws -> Bitmap {
        try members(of: plan(for: filter, asOf: instant))
    }

    /// The profiles that satisfy a plan of this evaluator.
    ///
    /// - Throws: `CancellationError`, or what the provider of a derived figure throws.
    public func members(of plan: Plan) throws -> Bitmap {
        var evaluation = Evaluation(evaluator: self)
        try evaluation.share(plan.root, asOf: plan.asOf)
        return try evaluation.members(of: plan.root, asOf: plan.asOf)
    }
}
