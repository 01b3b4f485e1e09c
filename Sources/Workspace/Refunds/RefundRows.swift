import Columnar

/// The refunds of a population, row by row.
struct RefundRows {
    private let table: EventTable?
    private let amounts: IntegerLane?

    init(_ population: Population) {
        table = population.refunds
        if case .integers(let lane, _, _)? = table?.properties[CountedRefunds.amount] {
            amounts = lane
        } else {
            amounts = nil
        }
    }

    /// How many refunds there are before an instant, in milliseconds since 1970.
    func count(before end: Int64) -> Int { table?.times.lowerBound(end) ?? 0 }

    /// Calls `body` with the record, the time and the amount of the refunds of some rows, in time order.
    func forEach(in rows: Range<Int>, _ body: (_ record: Int, _ time: Int64, _ amount: Int64) -> Void) {
        guard let table, let amounts else { return }
        table.times.forEach(in: rows) { row, time in body(Int(table.records[row]), time, amounts[row]) }
    }
}
