import Columnar

/// Purchases that files bring as events of that name and that no order covers.
struct PurchaseEvents {
    let table: EventTable?

    init(_ population: Population) {
        table = population.events["purchase"]
    }

    var isEmpty: Bool { (table?.count ?? 0) == 0 }

    /// The time and revenue of a row in minor units, none where an order tells of the same purchase.
    func purchase(at row: Int) -> (time: Int64, revenue: Int64)? {
        guard let table, !(table.coveredByOrder?[row] ?? false) else { return nil }
        guard case .integer(let amount, .money)? = table.properties["revenue"]?[row] else {
            return (table.times[row], 0)
        }
        return (table.times[row], amount)
    }

    /// Calls `body` with the record, the time and the revenue of every purchase, in time order.
    ///
    /// `first`: how many rows are looked at; none means all.
    func forEach(first most: Int? = nil, _ body: (_ record: Int, _ time: Int64, _ revenue: Int64) -> Void) {
        guard let table else { return }
        for row in 0..<(most ?? table.count) {
            guard let (time, revenue) = purchase(at: row) else { continue }
            body(Int(table.records[row]), time, revenue)
        }
    }
}
