import Analytics
import Columnar
public import Customers
import Filters
import Segmentation

/// The RFM scores of every profile as of one date, by the rules that filters use.
struct ProfileScores: Sendable {
    private let scores: RFMScores
    private let groups: [UInt8]

    init(_ report: RFMReport) {
        scores = report.scores
        groups = report.scores.groupCodes(by: report.groupMap)
    }

    /// The scores of a profile; none where it bought nothing.
    func reading(of profile: Int) -> RFMReading? {
        guard let score = scores[profile] else { return nil }
        return RFMReading(
            recency: score.recency, frequency: score.frequency, monetary: score.monetary,
            group: RFMGroup.allCases[Int(groups[profile]) - 1].name)
    }

    /// A score or the group of every profile.
    func column(of figure: RFMFigure) -> Column {
        switch figure {
        case .recency: .scores(scores.recency)
        case .frequency: .scores(scores.frequency)
        case .monetary: .scores(scores.monetary)
        case .group: .groups(groups, names: RFMGroup.allCases.map(\.name))
        }
    }

    /// The same for one profile alone.
    func column(of figure: RFMFigure, for profile: Int) -> Column {
        switch figure {
        case .recency: .scores([scores.recency[profile]])
        case .frequency: .scores([scores.frequency[profile]])
        case .monetary: .scores([scores.monetary[profile]])
        case .group: .groups([groups[profile]], names: RFMGroup.allCases.map(\.name))
        }
    }
}

extension WorkspaceState {
    /// The scores as of a date, by the workspace's own report or a variant of it, worked out once.
    func scores(asOf: Instant, variant: RFMVariant = .standard) throws -> ProfileScores {
        let options = try rfmOptions(variant, asOf: asOf)
        let standing = try standing(for: options)
        return figures.scores(for: FigureCache.ScoreKey(asOf: asOf, options: options)) {
            guard options.needsOnlyTotals else {
                return ProfileScores(RFMReport(of: purchases, asOf: asOf, options: options, standing: standing))
            }
            let totals = purchaseTotals(asOf: asOf, takesGross: options.revenue == .gross).ofBuyers
            return ProfileScores(RFMReport(of: totals, asOf: asOf, options: options, standing: standing))
        }
    }

    /// The scores by the workspace's own report as of a date, or as of up to a minute before it where nobody has bought
    /// since: they hang on everyone, and people are looked at one after the other.
    ///
    /// Who asks while they are worked out waits for the same.
    func lateScores(asOf: Instant) async throws -> ProfileScores {
        let options = try rfmOptions(.standard, asOf: asOf)
        let known = figures.lateScores(by: options, between: Instant(milliseconds: asOf.milliseconds - 60_000), asOf) {
            PurchaseTotals.Extent(population, asOf: $0, takesGross: false)
        }
        if let known { return known }
        return try await figures.scoring(asOf: asOf) {
            Task { @concurrent [self] in try scores(asOf: asOf) }
        }.value
    }

    /// How the report of a variant takes and scores values.
    func rfmOptions(_ variant: RFMVariant, asOf: Instant) throws -> RFMOptions {
        var since: Instant?
        if case .instant(let start) = try evaluator.dated(variant, asOf: asOf).since {
            since = start.instant(in: calendar)
        }
        return try RFMOptions(variant, standardGroups: settings.groups, since: since, currency: currency)
    }

    /// The figures that conditions may test.
    var derivedColumns: DerivedColumns {
        DerivedColumns(
            type: { [references] derivation in
                switch derivation {
                case .measure(.rfm(.group, _)): .text
                case .measure(.rfm): .integer
                case .measure(.netRevenue): .money
                case .funnelStep(let condition): references.funnel(of: condition) == nil ? nil : .boolean
                case .member(let name): references.sources[name] == nil ? nil : .boolean
                case .reachable, .consents: .boolean
                case .identifier: .text
                case .measure: nil
                }
            }, column: { [self] in try derivedColumn($0, asOf: $1) })
    }

    /// A figure of every profile as of a date.
    func derivedColumn(_ derivation: Derivation, asOf: Instant) throws -> Column {
        if let column = try origin?.column(of: derivation, asOf: asOf) { return column }
        switch derivation {
        case .measure(.netRevenue): return .amounts(purchaseTotals(asOf: asOf).revenue)
        case .measure(.rfm(let figure, let variant)):
            return try scores(asOf: asOf, variant: variant).column(of: figure)
        case .member(let name): return .flags(try members(of: references.sources[name] ?? "", asOf: asOf))
        case .reachable(let channel): return .flags(try reachable(by: channel, asOf: asOf))
        case .funnelStep(let condition): return .flags(try members(of: condition, asOf: asOf))
        case .measure: return nothing
        case .consents(let channel, let purpose):
            return .flags(try consenting(to: channel, for: purpose.lowercased(), asOf: asOf))
        case .identifier: return try figures.identifiers { try IdentifierColumn(self).column() }
        }
    }

    /// The column of a figure that nobody has.
    private var nothing: Column { .scores(Array(repeating: 0, count: population.profiles.count)) }
}

extension Session {
    /// Gets ready what all cards show of everyone together.
    @concurrent
    public nonisolated func prepareCards(asOf: Instant) async throws {
        _ = try await current().lateScores(asOf: asOf)
    }
}
