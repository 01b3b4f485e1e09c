import Columnar

/// What orders brought, worked out once for a state of the store.
struct OrderAmounts: Sendable {
    /// Revenue of each order in minor units; 0 where none is known.
    let gross: [Int64]
    /// Revenue after refunds: nothing of an order that was returned.
    let net: [Int64]

    init(_ orders: OrderTable) {
        let single = OrderAmount(orders)
        let gross = (0..<orders.count).map { single.gross(of: $0) }
        self.gross = gross
        net = single.isEverReturned ? gross.indices.map { single.isReturned($0) ? 0 : gross[$0] } : gross
    }
}

/// What a single order brought, read from its columns: for some people there is no need to go through all orders.
struct OrderAmount: Sendable {
    private let revenue: IntegerLane?
    private let status: CodeLane?
    /// By code; empty where nothing is ever returned.
    private let returned: [Bool]

    init(_ orders: OrderTable) {
        if case .integers(let amounts, _, _)? = orders.properties["revenue"] {
            revenue = amounts
        } else {
            revenue = nil
        }
        guard case .codes(let codes, let book, _)? = orders.properties["status"] else {
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

    /// Revenue after refunds.
    func net(of order: Int) -> Int64 { isReturned(order) ? 0 : gross(of: order) }
}
