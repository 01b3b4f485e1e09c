public import Analytics
import Columnar
public import Customers
public import Filters
public import Phrases
import Segmentation
import Store

/// How a report on a funnel is asked for.
public struct FunnelRequest: Hashable, Sendable {
    public var funnel: Funnel
    /// The first and the last local day on which attempts begin; none for all days.
    public var days: ClosedRange<CivilDate>?
    public var unit = FunnelQuestion.Unit.profiles
    public var choice = FunnelQuestion.Choice.fastest
    public var split: FunnelSplit.Subject?
    /// The periods of the trend.
    public var by = Period.day

    public init(_ funnel: Funnel, days: ClosedRange<CivilDate>? = nil) {
        self.funnel = funnel
        self.days = days
    }
}

/// Why a funnel cannot be reported on or saved.
public enum FunnelProblem: Phrased, Equatable, CustomStringConvertible {
    case splitByList(String)
    case attemptsInAnyOrder
    case eachValueInAnyOrder
    case noName

    public var description: String { phrase.description }

    public var phrase: Phrase {
        switch self {
        case .splitByList(let name):
            Phrase(
                "funnel.wrong.list",
                """
                ‘%1’ holds several values a person, so that its groups would not add up; limit the report with --where.
                """, name)
        case .attemptsInAnyOrder:
            Phrase("funnel.wrong.attempts", "In any order only people are counted, not attempts.")
        case .eachValueInAnyOrder:
            Phrase(
                "funnel.wrong.each",
                """
                In any order each value of the first step has no attempts of its own; take the value of the first or the last touch, \
                or limit the first step to a value.
                """)
        case .noName: Phrase("funnel.wrong.name", "A funnel needs a name.")
        }
    }
}

extension Session {
    /// How many get how far in a funnel.
    ///
    /// `request`: the funnel, the days on which attempts begin, and the groups; `scope`: a filter whose people alone are
    /// followed.
    ///
    /// - Throws: `FilterProblem` for the scope, `BindingError`, `FilterError`, `FunnelProblem`.
    @concurrent
    public nonisolated func funnel(
        _ request: FunnelRequest, in scope: String? = nil, asOf: Instant
    ) async throws -> FunnelReport {
        let state = try await current()
        return try state.report(on: request, in: scope, asOf: asOf)
    }

    /// The saved funnels by name.
    public func funnels() throws -> [SavedFunnel] { try store.funnels() }

    /// The saved funnel of a name.
    public func funnel(named name: String) throws -> SavedFunnel {
        guard let found = try store.funnels().first(where: { $0.name == name }) else { throw StoreError.noFunnel(name) }
        return found
    }

    /// Saves a funnel under a name, as a further version where the name is taken; one that cannot be asked is refused.
    public func save(funnel name: String, _ funnel: Funnel, at time: Instant) throws -> SavedFunnel {
        guard !name.allSatisfy(\.isWhitespace) else { throw FunnelProblem.noName }
        let state = try current()
        let whole = Filter.funnelStep(FunnelCondition(.reached, step: 1, of: .defined(funnel)))
        _ = try state.evaluator.plan(for: whole, asOf: time)
        return try store.save(funnel: name, source: funnel.text, by: author, at: time)
    }

    /// Deletes a saved funnel that no segment refers to.
    public func delete(funnel name: String, at time: Instant) throws {
        let dependants = try store.segments().filter { segment in
            (try? ParsedFilter(segment.source))?.names.contains { $0.role == .funnel && $0.name == name } ?? false
        }
        guard dependants.isEmpty else { throw SegmentNameProblem.inUse(name, by: dependants.map(\.name)) }
        try store.delete(funnel: name, by: author, at: time)
    }
}

extension WorkspaceState {
    fileprivate func report(on request: FunnelRequest, in scope: String?, asOf: Instant) throws -> FunnelReport {
        guard request.funnel.order != .any || request.unit == .profiles else { throw FunnelProblem.attemptsInAnyOrder }
        if case .eachValue? = request.split, request.funnel.order == .any { throw FunnelProblem.eachValueInAnyOrder }
        let days = request.days ?? wholeTime(before: asOf)
        let periods = ReportPeriods(by: request.by, from: days.lowerBound, through: days.upperBound, in: calendar)
        let entry = request.days == nil ? .min..<(.max) : periods.span
        let question = FunnelQuestion(
            request.funnel, entry: entry, asOf: asOf, unit: request.unit, choice: request.choice)
        let base = evaluator.base(asOf: asOf)
        let members = try scope.map { base & (try self.members(of: $0, asOf: asOf)) } ?? base
        let isMeant = members.count == members.rows ? nil : members
        switch request.split {
        case nil:
            return try FunnelFollowing(question, through: events(for: question), of: isMeant).report(periods: periods)
        case .trait(let name)?:
            let (split, groups) = try split(byTrait: name, among: members, asOf: asOf)
            return try FunnelFollowing(question, through: events(for: question), of: isMeant)
                .report(by: split, .profiles(groups), periods: periods)
        case .property(let name, let touch)?:
            let steps = touch == .first ? [0] : Array(request.funnel.steps.indices)
            return try report(question, by: .property(name, touch), name, of: steps, isMeant, .marks(touch), periods)
        case .eachValue(let name)?:
            return try report(question, by: .eachValue(name), name, of: [0], isMeant, .eachMark, periods)
        }
    }

    private func report(
        _ question: FunnelQuestion, by subject: FunnelSplit.Subject, _ name: String, of steps: [Int],
        _ isMeant: Bitmap?, _ grouping: FunnelFollowing.Grouping, _ periods: ReportPeriods
    ) throws -> FunnelReport {
        let runs = try steps.flatMap { place in
            let step = question.funnel.steps[place]
            return try evaluator.runs(
                of: .named(step.event), where: step.condition, in: question.span, asOf: question.asOf)
        }
        let (groups, numbers) = try groups(ofProperty: name, in: runs)
        let events = try events(for: question) { step, run in
            guard steps.contains(step) else { return .none }
            return marks(ofProperty: name, in: run, numbers, missing: groups.count - 1)
        }
        return try FunnelFollowing(question, through: events, of: isMeant)
            .report(by: FunnelSplit(by: subject, groups: groups), grouping, periods: periods)
    }

    /// The days from the first event to the date of a question.
    private func wholeTime(before asOf: Instant) -> ClosedRange<CivilDate> {
        let last = calendar.date(at: Instant(milliseconds: asOf.milliseconds - 1))
        let orders = population.orders.times
        let first = [cache.firstEvent, orders.count > 0 ? orders[0] : nil].compactMap(\.self).min()
        return min(last, first.map { calendar.date(at: Instant(milliseconds: $0)) } ?? last)...last
    }
}
