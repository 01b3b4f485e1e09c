import Columnar

/// What orders brought, worked out once for a state of the store.
struct OrderAmounts: Sendable {
    /// Revenue of each order in minor units; 0 where none is known.
    let gross: [Int64]
    /// Revenue after the refunds that count with the order: nothing of one that was returned, where that alone tells of refunds.
    let net: [Int64]

    init(_ population: Population) {
        let orders = population.orders
        let single = OrderAmount(population)
        gross = single.revenue?.widened ?? [Int64](repeating: 0, count: orders.count)
        // A row without a status is stored as 0, before all codes.
        net =
            single.isEverReturned
            ? single.status?.picked(gross, where: [true] + single.returned.map { !$0 }) ?? gross : gross
    }
}

/// What a single order brought, read from its columns: for some people there is no need to go through all orders.
struct OrderAmount: Sendable {
    fileprivate let revenue: IntegerLane?
    fileprivate let status: CodeLane?
    /// By code; empty where nothing is ever returned.
    fileprivate let returned: [Bool]

    /// Where refunds are known by themselves, no status tells of any.
    init(_ population: Population) {
        self.init(population.orders, readsStatus: !population.knowsRefunds)
    }

    init(_ orders: OrderTable, readsStatus: Bool = true) {
        if case .integers(let amounts, _, _)? = orders.properties["revenue"] {
            revenue = amounts
        } else {
            revenue = nil
        }
        guard readsStatus, case .codes(let codes, let book, _)? = orders.properties["status"] else {
            (status, returned) = (nil, [])
            return
        }
        status = codes
        let returned = (0..<book.count).map { book[$0].lowercased() == "returned" }
        self.returned = returned.contains(true) ? returned : []
    }

    var isEverReturned: Bool { !returned.isEmpty }

    func isReturned(_ order: Int) -> Bool {
        guard isEverReturned, let code = status?[order] else { return false }
        return returned[code]
    }

    /// Revenue in minor units; 0 where none is known.
    func gross(of order: Int) -> Int64 { revenue?[order] ?? 0 }

    /// Revenue after the refunds that count with the order.
    func net(of order: Int) -> Int64 { isReturned(order) ? 0 : gross(of: order) }
}

extension IntegerLane {
    /// All integers, 0 where a row has none; the width is told once and not row by row.
    fileprivate var widened: [Int64] {
        switch self {
        case .bytes(let lane): lane.withValues { $0.map { Int64($0) } }
        case .halves(let lane): lane.withValues { $0.map { Int64($0) } }
        case .words(let lane): lane.withValues { $0.map { Int64($0) } }
        case .longs(let lane): lane.array
        case .thousands(let lane): lane.withValues { $0.map { Int64($0) * 1000 } }
        }
    }
}

extension CodeLane {
    /// The amounts of rows whose stored code is kept, and 0 for others.
    fileprivate func picked(_ amounts: [Int64], where kept: [Bool]) -> [Int64] {
        switch self {
        case .bytes(let lane): lane.picked(amounts, where: kept)
        case .halves(let lane): lane.picked(amounts, where: kept)
        case .words(let lane): lane.picked(amounts, where: kept)
        }
    }
}

extension Lane where Element: FixedWidthInteger & UnsignedInteger {
    fileprivate func picked(_ amounts: [Int64], where kept: [Bool]) -> [Int64] {
        withValues { codes in zip(amounts, codes).map { kept[Int($1)] ? $0 : 0 } }
    }
}
