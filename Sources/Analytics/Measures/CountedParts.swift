import Columnar

/// What the passes over the tables of a store count, period by period.
struct CountedParts: Sendable {
    private(set) var activity: [PeriodFigures] = []
    private(set) var sales: [SalesFigures]?
    private(set) var carts: [CartFigures]?
    private(set) var growth: [GrowthFigures] = []

    /// Pieces of the work, of which two go on at a time.
    private enum Piece: Int, CaseIterable {
        case carts, sales, earlyActivity, lateActivity
    }

    /// - Throws: `CancellationError`.
    init(_ sources: MeasureSources, periods: CutPeriods) throws {
        let parts = try shared(Piece.allCases.count) { piece in
            try Task.checkCancellation()
            return CountedParts(Piece.allCases[piece], of: sources, periods)
        }
        try Task.checkCancellation()
        activity = parts.flatMap(\.activity)
        sales = parts[Piece.sales.rawValue].sales
        carts = parts[Piece.carts.rawValue].carts
        growth = parts[Piece.sales.rawValue].growth
    }

    private init(_ piece: Piece, of sources: MeasureSources, _ periods: CutPeriods) {
        let pass = ActivityPass(sources: sources, periods: periods)
        let middle = periods.count / 2
        switch piece {
        case .carts: carts = CartPass(sources: sources, periods: periods)?.figures()
        case .sales:
            sales = sources.purchases.map { SalesPass(sources: sources, runs: $0, periods: periods).figures() }
            growth = GrowthPass(sources: sources, periods: periods).figures()
        case .earlyActivity: activity = pass.figures(of: 0..<middle)
        case .lateActivity: activity = pass.figures(of: middle..<periods.count)
        }
    }
}
