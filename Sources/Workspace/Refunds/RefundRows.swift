import Analytics
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

    /// What one refund takes off, and when.
    func refund(at row: Int) -> (time: Int64, amount: Int64) { (table?.times[row] ?? .max, amounts?[row] ?? 0) }

    /// What each refund takes off.
    var allAmounts: [Int64] { amounts.map { lane in (0..<lane.count).map { lane[$0] } } ?? [] }

    /// When the order of each was placed.
    var orderTimes: [Int64] {
        guard case .integers(let lane, _, _)? = table?.properties[RefundWords.orderTime] else { return [] }
        return (0..<lane.count).map { lane[$0] }
    }
}
