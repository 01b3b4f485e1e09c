import Columnar

/// What the passes over the tables of a store count, period by period of each report.
struct CountedParts: Sendable {
    private var early: [[PeriodFigures]] = []
    private var late: [[PeriodFigures]] = []
    private var sales: [[SalesFigures]]?
    private var carts: [[CartFigures]]?
    private var growth: [[GrowthFigures]]?
    private var base: [[BaseFigures]]?
    private var silent: [[Int]]?

    /// Pieces of the work, of which two go on at a time; the longest come first.
    private enum Piece: Int, CaseIterable {
        case carts, silence, earlyActivity, lateActivity, sales, base
    }

    /// - Throws: `CancellationError`.
    init(_ sources: MeasureSources, grid: MeasureGrid, needs: MeasureNeeds) throws {
        let parts = try shared(Piece.allCases.count) { piece in
            try Task.checkCancellation()
            return try CountedParts(Piece.allCases[piece], of: sources, grid, needs)
        }
        try Task.checkCancellation()
        early = parts[Piece.earlyActivity.rawValue].early
        late = parts[Piece.lateActivity.rawValue].late
        sales = parts[Piece.sales.rawValue].sales
        growth = parts[Piece.sales.rawValue].growth
        base = parts[Piece.base.rawValue].base
        carts = parts[Piece.carts.rawValue].carts
        silent = parts[Piece.silence.rawValue].silent
    }

    private init(_ piece: Piece, of sources: MeasureSources, _ grid: MeasureGrid, _ needs: MeasureNeeds) throws {
        let pass = ActivityPass(sources: sources, grid: grid, needs: needs)
        switch piece {
        case .carts:
            guard needs.carts else { return }
            let daily = try CartPass(sources: sources, periods: grid.finest)?.figures()
            carts = daily.map { daily in grid.parts.map { $0.map { CartFigures(sumOf: daily[$0]) } } }
        case .base:
            if needs.base {
                let found = grid.reports.map { BasePass(sources: sources, periods: $0).figures() }
                base = found.contains { $0 == nil } ? nil : found.compactMap(\.self)
            }
        case .sales:
            if needs.sales, let purchases = sources.purchases {
                let pass = SalesPass(sources: sources, runs: purchases, asOf: grid.finest.asOf)
                sales = grid.reports.map { pass.figures(of: $0) }
            }
            if needs.growth { growth = grid.reports.map { GrowthPass(sources: sources, periods: $0).figures() } }
        case .silence:
            guard needs.silence else { return }
            let found = SilencePass(sources: sources, periods: grid.finest)?.figures()
            silent = found.map { found in grid.parts.map { $0.map { found[$0.upperBound - 1] } } }
        case .earlyActivity: early = pass.figures(of: 0..<grid.middle)
        case .lateActivity: late = pass.figures(of: grid.middle..<grid.finest.count)
        }
    }

    /// All that was counted of a period of a report.
    func figures(of period: Int, in report: Int) -> PeriodFigures {
        let first = early[report]
        var figures = period < first.count ? first[period] : late[report][period - first.count]
        figures.sales = sales?[report][period]
        figures.carts = carts?[report][period]
        figures.growth = growth?[report][period] ?? GrowthFigures()
        figures.base = base?[report][period]
        figures.silent = silent?[report][period]
        return figures
    }
}

extension CartFigures {
    fileprivate init(sumOf parts: some Sequence<CartFigures>) {
        self.init()
        for part in parts {
            carts += part.carts
            ordered += part.ordered
            open += part.open
        }
    }
}
