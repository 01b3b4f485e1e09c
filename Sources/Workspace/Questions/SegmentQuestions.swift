import Columnar
public import Customers
import Filters
public import Phrases
import Segmentation
import Store

extension WorkspaceState {
    /// The profiles that a filter's text holds; an error shows its place in the text.
    ///
    /// No text is everyone.
    func members(of source: String, asOf: Instant) throws -> Bitmap {
        let evaluator = evaluator
        guard let plan = try plan(for: source, asOf: asOf, by: evaluator) else { return evaluator.base(asOf: asOf) }
        return try evaluator.members(of: plan)
    }

    /// Refuses a filter that cannot be asked of this store.
    ///
    /// `name`: the segment that it is to be the rule of, which it may not come back to.
    func check(_ source: String, asOf: Instant, as name: String) throws {
        _ = try plan(for: source, asOf: asOf, by: evaluator, inside: [name])
    }

    private func plan(
        for source: String, asOf: Instant, by evaluator: Evaluator, inside names: [String] = []
    ) throws -> Plan? {
        guard source.contains(where: { !$0.isWhitespace }) else { return nil }
        let parsed = try parse(source)
        prefetch(parsed.filter)
        do {
            try references.check(parsed, inside: names)
            return try evaluator.plan(for: parsed, asOf: asOf)
        } catch let error as any Diagnostic {
            throw FilterProblem(source: source, diagnostic: error)
        }
    }

    /// Reads a filter; an error shows its place in the text.
    func parse(_ source: String) throws -> ParsedFilter {
        do throws(SyntaxError) {
            return try ParsedFilter(source)
        } catch {
            throw FilterProblem(source: source, diagnostic: error)
        }
    }

    /// The members of a filter within a scope, which is a filter too.
    func members(of source: String, in scope: String?, asOf: Instant) throws -> Bitmap {
        var members = try members(of: source, asOf: asOf)
        if let scope { members &= try self.members(of: scope, asOf: asOf) }
        return members
    }
}

extension WorkspaceState {
    /// How each condition of a filter bears on its count.
    func explanation(
        of source: String, in scope: String?, asOf: Instant
    ) throws -> (count: Int, conditions: [ConditionSize]) {
        let parsed = try parse(source)
        let limit = try scope.map { try members(of: $0, asOf: asOf) }
        do {
            try references.check(parsed, inside: [])
            let clock = ContinuousClock()
            let start = clock.now
            let explanation = try evaluator.explain(parsed, in: limit, asOf: asOf) { clock.now - start }
            return (
                explanation.count,
                explanation.lines.map {
                    ConditionSize(
                        text: $0.text, depth: $0.depth, alone: $0.alone, after: $0.after,
                        without: $0.without, milliseconds: $0.time.milliseconds)
                }
            )
        } catch let error as any Diagnostic {
            throw FilterProblem(source: source, diagnostic: error)
        }
    }
}

extension Session {
    /// How many profiles a filter holds, and how many of them each channel reaches.
    ///
    /// `scope`: a filter to which the question is limited; the base stays everyone.
    @concurrent
    public nonisolated func count(_ source: String, in scope: String? = nil, asOf: Instant) async throws -> SegmentSize
    {
        let clock = ContinuousClock()
        let start = clock.now
        let state = try await current()
        let members = try state.members(of: source, in: scope, asOf: asOf)
        let milliseconds = (clock.now - start).milliseconds
        var reach: [Channel: Int] = [:]
        for channel in Channel.allCases {
            reach[channel] = try (members & state.reachable(by: channel, asOf: asOf)).count
        }
        return SegmentSize(
            count: members.count, base: state.evaluator.base(asOf: asOf).count, asOf: asOf, reach: reach,
            milliseconds: milliseconds)
    }

    /// How each condition of a filter bears on its count.
    ///
    /// `scope`: a filter to which all figures are limited.
    @concurrent
    public nonisolated func explain(
        _ source: String, in scope: String? = nil, asOf: Instant
    ) async throws -> (count: Int, conditions: [ConditionSize]) {
        try await current().explanation(of: source, in: scope, asOf: asOf)
    }

    /// The saved segments by name.
    public func segments() throws -> [Segment] { try store.segments() }

    /// The saved segment of a name.
    public func segment(_ name: String) throws -> Segment {
        guard let found = try store.segments().first(where: { $0.name == name }) else {
            throw StoreError.noSegment(name)
        }
        return found
    }

    /// Saves a filter's text under a name; one that cannot be asked of this store is refused.
    ///
    /// `version`: the version that the author had before her, 0 for none; a later one is not overwritten.
    public func save(
        segment name: String, source: String, over version: Int? = nil, at time: Instant
    ) throws -> Segment {
        guard !name.allSatisfy(\.isWhitespace) else { throw SegmentNameProblem.empty }
        try current().check(source, asOf: time, as: name)
        if let version, let latest = try store.versions(ofSegment: name).last?.version, latest > version {
            throw SegmentNameProblem.changedMeanwhile(name)
        }
        return try store.save(segment: name, source: source, by: author, at: time)
    }

    /// Deletes a segment.
    public func delete(segment name: String, at time: Instant) throws {
        let dependants = try store.segments().filter { segment in
            segment.name != name
                && ((try? ParsedFilter(segment.source))?.names.contains { $0.role == .segment && $0.name == name }
                    ?? false)
        }
        guard dependants.isEmpty else { throw SegmentNameProblem.inUse(name, by: dependants.map(\.name)) }
        try store.delete(segment: name, by: author, at: time)
    }
}

/// Why a segment cannot be saved under a name.
public enum SegmentNameProblem: Phrased, Equatable, CustomStringConvertible {
    case empty
    case changedMeanwhile(String)
    /// Other segments refer to it.
    case inUse(String, by: [String])
    /// Another segment bears the name.
    case taken(String)

    public var description: String { phrase.description }

    public var phrase: Phrase {
        switch self {
        case .empty: Phrase("segment.wrong.name", "A segment needs a name.")
        case .inUse(let name, let others):
            Phrase(
                "segment.wrong.used", "‘%1’ cannot be deleted while %2 refer to it.", name,
                others.map { "‘\($0)’" }.joined(separator: ", "))
        case .taken(let name):
            Phrase(
                "segment.wrong.taken",
                "There is a segment ‘%1’ already; open it to change it, or choose another name.", name)
        case .changedMeanwhile(let name):
            Phrase(
                "segment.wrong.changed",
                "Somebody has saved ‘%1’ since you opened it; open it again, or save under another name.", name)
        }
    }
}

extension Duration {
    /// The length in milliseconds.
    var milliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15
    }
}
