import Columnar
public import Customers
import Foundation
import Segmentation

extension Session {
    /// About how many profiles a filter holds, told from a share of all people.
    ///
    /// `scope`: a filter to which the question is limited; the base stays everyone.
    ///
    /// - Complexity: the share of ``count(_:in:asOf:)``, and once for each column that is named a pass over its table
    @concurrent
    public nonisolated func estimatedCount(
        _ source: String, in scope: String? = nil, asOf: Instant
    ) async throws -> SegmentSize {
        let clock = ContinuousClock()
        let start = clock.now
        let estimate = try Estimate(of: try await current(), naming: [source, scope].compactMap(\.self), asOf: asOf)
        let members = try estimate.state.members(of: source, in: scope, asOf: asOf)
        let milliseconds = (clock.now - start).milliseconds
        let reach = try Channel.allCases.map { channel in
            let reachable = estimate.slice.picking(try estimate.whole.reachable(by: channel, asOf: asOf))
            return (channel, estimate.scaled((members & reachable).count))
        }
        return SegmentSize(
            count: estimate.scaled(members.count), base: estimate.base, asOf: asOf,
            reach: Dictionary(uniqueKeysWithValues: reach), milliseconds: milliseconds,
            margin: estimate.margin(of: members.count))
    }

    /// About how each condition of a filter bears on its count.
    @concurrent
    public nonisolated func estimatedConditions(
        of source: String, in scope: String? = nil, asOf: Instant
    ) async throws -> [ConditionSize] {
        let estimate = try Estimate(of: try await current(), naming: [source, scope].compactMap(\.self), asOf: asOf)
        let explanation = try estimate.state.explanation(of: source, in: scope, asOf: asOf)
        return explanation.conditions.map { size in
            ConditionSize(
                text: size.text, depth: size.depth, alone: estimate.scaled(size.alone),
                after: estimate.scaled(size.after), without: estimate.scaled(size.without),
                milliseconds: size.milliseconds)
        }
    }

    /// About how many profiles each of some filters holds.
    @concurrent
    public nonisolated func estimatedSizes(
        of sources: [String], in scope: String? = nil, asOf: Instant
    ) async throws -> [Int] {
        let estimate = try Estimate(
            of: try await current(), naming: sources + [scope].compactMap(\.self), asOf: asOf)
        return try sources.map { estimate.scaled(try estimate.state.members(of: $0, in: scope, asOf: asOf).count) }
    }
}

/// Tells from a slice of a state what holds of everyone.
private struct Estimate {
    let whole: WorkspaceState
    let state: WorkspaceState
    /// The profiles of everyone.
    let base: Int
    /// The profiles of the slice.
    private let people: Int

    init(of whole: WorkspaceState, naming texts: [String], asOf: Instant) throws {
        self.whole = whole
        state = try whole.sliced(for: texts)
        base = whole.evaluator.base(asOf: asOf).count
        people = state.evaluator.base(asOf: asOf).count
    }

    var slice: PopulationSlice { whole.slice.columns }

    /// What a number of the slice's profiles stands for.
    func scaled(_ count: Int) -> Int {
        people == 0 ? 0 : Int((Double(count) * Double(base) / Double(people)).rounded())
    }

    /// How far the scaled number may be off, with 95 of 100 odds.
    ///
    /// That is how far drawing so many people at random is; of none or all it is what three people stand for.
    func margin(of count: Int) -> Int {
        guard people > 0, people < base else { return 0 }
        guard count > 0, count < people else { return scaled(3) }
        let share = Double(count) / Double(people)
        let rest = 1 - Double(people) / Double(base)
        return Int((1.96 * (share * (1 - share) / Double(people) * rest).squareRoot() * Double(base)).rounded(.up))
    }
}
