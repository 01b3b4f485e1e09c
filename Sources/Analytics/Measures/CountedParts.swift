import Columnar

/// What the passes over the tables of a store count, period by period of each report.
struct CountedParts: Sendable {
    private var early: [[PeriodFigures]] = []
    private var late: [[PeriodFigures]] = []
    private var sales: [[SalesFigures]]?
    private var carts: [[CartFigures]]?
    /// The carts of a part of the profiles by the finest periods.
    private var daily: [CartFigures]?
    private var growth: [[GrowthFigures]]?
    private var base: [[BaseFigures]]?
    private var silent: [[Int]]?

    /// Pieces of the work, of which two go on at a time.
    private enum Piece: Int, CaseIterable {
        case sales, firstCarts, otherCarts, base, silence, earlyActivity, lateActivity
    }

    /// - Throws: `CancellationError`.
    init(_ sources: MeasureSources, grid: MeasureGrid, needs: MeasureNeeds) throws {
        let parts = try shared(Piece.allCases.count) { piece in
            try Task.checkCancellation()
            return CountedParts(Piece.allCases[piece], of: sources, grid, needs)
        }
        try Task.checkCancellation()
        early = parts[Piece.earlyActivity.rawValue].early
        late = parts[Piece.lateActivity.rawValue].late
        sales = parts[Piece.sales.rawValue].sales
        growth = parts[Piece.sales.rawValue].growth
        base = parts[Piece.base.rawValue].base
        let found = [parts[Piece.firstCarts.rawValue].daily, parts[Piece.otherCarts.rawValue].daily]
        if let first = found[0], let second = found[1] {
            let daily = zip(first, second).map { CartFigures(sumOf: [$0, $1]) }
            carts = grid.parts.map { $0.map { CartFigures(sumOf: daily[$0]) } }
        }
        silent = parts[Piece.silence.rawValue].silent
    }

    private init(_ piece: Piece, of sources: MeasureSources, _ grid: MeasureGrid, _ needs: MeasureNeeds) {
        let pass = ActivityPass(sources: sources, grid: grid, needs: needs)
        switch piece {
        case .firstCarts, .otherCarts:
            guard needs.carts else { return }
            let (middle, all) = (sources.profiles.count / 2, sources.profiles.count)
            daily = CartPass(sources: sources, periods: grid.finest)?
                .figures(of: piece == .firstCarts ? 0..<middle : middle..<all)
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
