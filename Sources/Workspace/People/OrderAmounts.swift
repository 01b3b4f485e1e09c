import Columnar

/// What orders brought, worked out once for a state of the store.
struct OrderAmounts: Sendable {
    /// Revenue of each order in minor units; 0 where none is known.
    let gross: [Int64]
    /// Revenue after refunds: nothing of an order that was returned.
    let net: [Int64]

    init(_ orders: OrderTable) {
        var gross = [Int64](repeating: 0, count: orders.count)
        if case .integers(let amounts, _, _)? = orders.properties["revenue"] {
            for row in gross.indices { gross[row] = amounts[row] }
        }
        var net = gross
        if case .codes(let codes, let book, _)? = orders.properties["status"] {
            let returned = Set((0..<book.count).filter { book[$0].lowercased() == "returned" })
            if !returned.isEmpty {
                for row in net.indices {
                    if let code = codes[row], returned.contains(code) { net[row] = 0 }
                }
            }
        }
        self.gross = gross
        self.net = net
    }
}
