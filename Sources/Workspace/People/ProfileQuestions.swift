import Columnar
public import Customers
import Filters
import Intake
public import Phrases
import Segmentation
import Store

/// Why a profile cannot be shown.
public enum ProfileProblem: Phrased, Equatable, CustomStringConvertible {
    case unknown
    /// The identifier fits profiles of several kinds.
    case ambiguous(kinds: [String])
    case unknownColumn(String, nearest: [String])

    public var description: String { phrase.description }

    public var phrase: Phrase {
        switch self {
        case .unknown:
            Phrase(
                "profile.wrong.unknown",
                "No profile bears this identifier; write it with its kind, as in profile_id:17 or email:a@example.com.")
        case .ambiguous(let kinds):
            Phrase(
                "profile.wrong.ambiguous", "Several profiles bear this identifier; write it with its kind: %1.",
                kinds.map { "\($0):…" }.joined(separator: ", "))
        case .unknownColumn(let name, let nearest):
            if let names = Self.either(nearest.map { "‘\($0)’" }) {
                Phrase("profile.wrong.column.near", "There is no column ‘%1’; did you mean %2?", name).with(names)
            } else {
                Phrase("profile.wrong.column", "There is no column ‘%1’.", name)
            }
        }
    }

    /// One of some names: `a`, `a or b`, `a or b or c`.
    private static func either(_ names: [String]) -> Phrase? {
        guard let first = names.first else { return nil }
        return names.dropFirst().reduce(Phrase(verbatim: first)) { names, name in
            Phrase("profile.wrong.column.either", "%2 or %1", name).with(names)
        }
    }
}

extension Session {
    /// A stretch of the profiles that a filter holds.
    ///
    /// - `filter`: no text is everyone.
    /// - `words`: what names, cities or identifiers must hold; no text is no such wish.
    /// - `columns`: what the rows show besides the figures that each has.
    /// - `takesGross`: whether revenue is that before refunds.
    @concurrent
    public nonisolated func profiles(
        _ filter: String = "", in scope: String? = nil, finding words: String = "", asOf: Instant,
        columns: [ProfileColumn] = [], sort: ProfileColumn = .number, isDescending: Bool = false,
        takesGross: Bool = false, offset: Int, limit: Int
    ) async throws -> ProfilePage {
        let state = try await current()
        let key = FigureCache.ListKey(
            filter: [filter, scope ?? "", words], asOf: asOf, sort: sort, isDescending: isDescending,
            takesGross: takesGross)
        let (offset, limit) = (max(0, offset), max(0, limit))
        let wanted = offset.addingReportingOverflow(limit)
        let end = wanted.overflow ? .max : wanted.partialValue
        let list = try state.figures.list(for: key, ordered: end) {
            var members = try state.members(of: filter, in: scope, asOf: asOf)
            if !words.isEmpty { members &= try state.found(words, asOf: asOf) }
            return try ProfileOrder(state: state, asOf: asOf, takesGross: takesGross)
                .profiles(members, by: sort, isDescending: isDescending, first: end)
        }
        let start = min(offset, list.rows.count)
        let values = try ProfileValues(columns, of: state, asOf: asOf)
        let page = list.rows[start..<min(list.rows.count, end)].map { profile in
            let row = state.row(of: Int(profile), asOf: asOf, takesGross: takesGross)
            return columns.isEmpty ? row : row.showing(values.values(of: row))
        }
        return ProfilePage(rows: page, offset: start, total: list.total)
    }

    /// The profiles whose names, cities or identifiers hold a text, and which a filter holds where one limits the search.
    @concurrent
    public nonisolated func search(
        _ text: String, in scope: String? = nil, asOf: Instant, limit: Int
    ) async throws -> ProfilePage {
        let state = try await current()
        var found = try state.found(text, asOf: asOf)
        if let scope { found &= try state.members(of: scope, asOf: asOf) }
        var rows: [ProfileRow] = []
        found.forEach { if rows.count < limit { rows.append(state.row(of: $0, asOf: asOf)) } }
        return ProfilePage(rows: rows, offset: 0, total: found.count)
    }

    /// The number of the profile that an identifier names: `profile_id:17`, or bare where only one kind fits.
    public func profile(named text: String) throws -> Int {
        let state = try current()
        if let colon = text.firstIndex(of: ":") {
            let kind = String(text[..<colon]).lowercased()
            let value = String(text[text.index(after: colon)...])
            if state.cache.identifierKinds.contains(kind) {
                guard let record = state.cache.record(kind, Self.normal(value, of: kind)) else {
                    throw ProfileProblem.unknown
                }
                return state.population.profiles.profile(of: record)
            }
        }
        let hits = state.cache.identifierKinds.compactMap { kind in
            state.cache.record(kind, Self.normal(text, of: kind)).map {
                (kind, state.population.profiles.profile(of: $0))
            }
        }
        guard let first = hits.first else { throw ProfileProblem.unknown }
        guard hits.allSatisfy({ $0.1 == first.1 }) else { throw ProfileProblem.ambiguous(kinds: hits.map(\.0)) }
        return first.1
    }

    private static func normal(_ value: String, of kind: String) -> String {
        NormalForm.of(value, kind: kind) ?? value
    }

    /// Everything about a profile but its events.
    ///
    /// Its scores among all buyers may be those of the minute before, where nobody has bought since.
    @concurrent
    public nonisolated func card(of profile: Int, asOf: Instant) async throws -> ProfileCard {
        let state = try await current()
        guard profile < state.population.profiles.count else { throw ProfileProblem.unknown }
        let observations = try store.observations(of: profile)
        var sources = observations.map(\.source)
        sources.append(contentsOf: try store.sources(of: profile))
        let alone = state.alone(profile, knownBefore: asOf)
        return ProfileCard(
            row: state.row(of: profile, asOf: asOf), identifiers: state.names.identifiers(of: profile),
            traits: state.readings(of: profile, observations), sources: sources.uniqued,
            reach: Set(try Channel.allCases.filter { try alone.reachable(by: $0, asOf: asOf)[0] }),
            rfm: try await state.lateScores(asOf: asOf).reading(of: profile),
            segments: try alone.segments(of: try store.segments(), asOf: asOf),
            events: state.events(of: profile, before: asOf), orders: state.orders(of: profile, before: asOf).count)
    }
}

extension WorkspaceState {
    /// The profiles whose names, cities or identifiers hold all words of a text, whatever their case and marks.
    func found(_ text: String, asOf: Instant) throws -> Bitmap {
        try finder.people(holding: text, among: evaluator.base(asOf: asOf))
    }

    var finder: PeopleFinder { figures.finder { PeopleFinder(self) } }

    func row(of profile: Int, asOf: Instant, takesGross: Bool = false) -> ProfileRow {
        let figures = ProfileFigures(state: self, asOf: asOf, takesGross: takesGross)
        let names = names
        let (count, revenue, last) = figures.purchases(of: profile)
        return ProfileRow(
            number: profile, identifier: names.identifiers(of: profile).first, name: names.name(of: profile),
            city: names.city(of: profile), purchases: count, revenueMinor: revenue, lastPurchase: last,
            lastSeen: figures.lastSeen(of: profile))
    }

    /// Those of some saved segments that hold the one profile that this state is about; one whose text no longer fits
    /// the store holds nobody.
    fileprivate func segments(of saved: [Segment], asOf: Instant) throws -> [String] {
        try saved.filter { segment in
            do {
                return try members(of: segment.source, asOf: asOf)[0]
            } catch is FilterProblem {
                return false
            }
        }.map(\.name)
    }

    /// The traits of a profile with the source that said each.
    func readings(of profile: Int, _ observations: [Observation]) -> [TraitReading] {
        var readings: [TraitReading] = []
        for name in observations.map(\.name).uniqued {
            guard let value = population.traits[name]?.current[profile]?.value else { continue }
            let said = observations.filter { $0.name == name }
            let deciding = said.last { $0.value == value } ?? said.last
            readings.append(
                TraitReading(
                    name: name, value: value, source: deciding?.source ?? "",
                    time: deciding?.observed ?? (said.count > 1 ? deciding?.imported : nil)))
        }
        return readings
    }

    func events(of profile: Int, before asOf: Instant) -> Int {
        population.timeline.events(of: profile).count { $0.time < asOf.milliseconds }
    }

    func orders(of profile: Int, before asOf: Instant) -> [Int] {
        population.orders.byRecord.rows(of: profile).filter { population.orders.times[$0] < asOf.milliseconds }
    }
}

extension Array where Element: Hashable {
    /// The elements without those that stood there before.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
