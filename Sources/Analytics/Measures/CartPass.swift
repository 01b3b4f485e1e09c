import Columnar

/// Finds carts, which are adds of one profile with gaps under 24 hours, and what became of them.
///
/// A cart counts in the period of its last add. It is ordered when a purchase follows that add within 24 hours.
struct CartPass {
    private let sources: MeasureSources
    private let periods: CutPeriods
    private let adds: EventTable

    private static let day: Int64 = 86_400_000
    // A purchase in the instant of an add comes before it, and so cannot order that cart.
    private static let purchase = 0
    private static let add = 1

    /// None where the store has no events of adding to a cart.
    init?(sources: MeasureSources, periods: CutPeriods) {
        guard let adds = sources.table(of: .cart) else { return nil }
        self.sources = sources
        self.periods = periods
        self.adds = adds
    }

    /// The present cart of a profile: its last add, and whether it was ordered.
    private struct Cart {
        let last: Int64
        var isOrdered = false
    }

    /// What the carts of all profiles add to each period.
    ///
    /// - Throws: `PathLengthError`, `CancellationError`.
    func figures() throws -> [CartFigures] {
        var figures = [CartFigures](repeating: CartFigures(), count: periods.count)
        guard let start = periods.bounds.first, let end = periods.bounds.last, start < end else { return figures }
        let table = try PathTable(events(in: start..<min(end + Self.day + 1, periods.asOf)), of: sources.chosenPeople)
        try figures.withUnsafeMutableBufferPointer { figures in
            try table.forEachPath(in: table.all) { _, path in
                var cart: Cart?
                for event in path {
                    let time = table.clock.instant(of: event.time)
                    if event.steps == 1 << Self.purchase {
                        if let last = cart?.last, time - last <= Self.day { cart?.isOrdered = true }
                    } else {
                        if let cart, time - cart.last >= Self.day { close(cart, in: figures) }
                        cart = Cart(last: time)
                    }
                }
                if let cart { close(cart, in: figures) }
            }
        }
        return figures
    }

    private func events(in span: Range<Int64>) -> PathEvents {
        let purchases = (sources.purchases ?? []).map { PathEvents.Source($0.run, as: .step(Self.purchase)) }
        let adds = EventRun(
            records: adds.records, times: adds.times, blocks: [.range(0..<adds.times.count)])
        return PathEvents(
            profiles: sources.profiles, sources: purchases + [PathEvents.Source(adds, as: .step(Self.add))], span: span,
            reach: Self.day)
    }

    private func close(_ cart: Cart, in figures: UnsafeMutableBufferPointer<CartFigures>) {
        guard let period = periods.index(of: cart.last) else { return }
        figures[period].carts += 1
        if cart.isOrdered {
            figures[period].ordered += 1
        } else if periods.asOf - cart.last <= Self.day {
            figures[period].open += 1
        }
    }
}
