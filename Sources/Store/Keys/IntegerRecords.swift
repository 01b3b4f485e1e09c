/// Records by integers: side by side where the integers lie close, as the ids of a file do, else in a table.
struct IntegerRecords: Sendable {
    private var first: Int64 = 0
    /// The record of each integer from `first` on, plus 1; 0 for none.
    private var dense: [UInt32] = []
    private var known = 0
    private var others = RecordTable()

    /// Integers that may be without a record for each that has one.
    private static let mostGaps = 4

    init() {}

    /// The record of an integer.
    func record(of integer: Int64) -> UInt32? {
        let place = integer &- first
        if place >= 0, place < dense.count, dense[Int(place)] != 0 { return dense[Int(place)] - 1 }
        return others.record(of: UInt64(bitPattern: integer))
    }

    /// Gives a record to an integer, in the place of the one that it had.
    mutating func insert(_ integer: Int64, record: UInt32) {
        if dense.isEmpty { first = integer }
        let (place, isFar) = integer.subtractingReportingOverflow(first)
        guard !isFar, place >= 0, place < dense.count || place <= (known + 256) * Self.mostGaps else {
            others.insert(UInt64(bitPattern: integer), record: record)
            return
        }
        if place >= dense.count {
            dense.append(contentsOf: repeatElement(0, count: Int(place) + 1 - dense.count))
        }
        if dense[Int(place)] == 0 { known += 1 }
        dense[Int(place)] = record + 1
    }

    /// Calls `body` with every record, in no order.
    func forEachRecord(_ body: (UInt32) -> Void) {
        for stored in dense where stored != 0 { body(stored - 1) }
        others.forEachRecord(body)
    }
}
