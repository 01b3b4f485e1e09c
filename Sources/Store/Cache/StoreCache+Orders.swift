public import Columnar
import Customers

extension StoreCache {
    /// The rows in the order table of the orders of some ids, one an id; -1 where there is no such order or no id.
    ///
    /// - Complexity: O(ids x log orders)
    public func orderRows(of ids: Column) -> [Int32] {
        let known = orderPlaces
        let late = growth?.lateOrders
        let newRows = lateOrderRows
        let half = ids.count / 2
        return shared(2) { part in
            (part == 0 ? 0..<half : half..<ids.count).map { row -> Int32 in
                guard let key = OrderKey.hash(of: ids[row]) else { return -1 }
                if let place = known?.place(of: key) { return Int32(late?.place(of: place) ?? place) }
                return newRows[key] ?? -1
            }
        }.flatMap(\.self)
    }

    /// The rows of the orders that came since the file was built, by key.
    private var lateOrderRows: [UInt64: Int32] {
        guard let late = growth?.lateOrders, late.count > 0,
            let ids = directory.orderProperties.first(where: { $0.name == "order_id" }).flatMap({ column($0) })
        else { return [:] }
        var rows: [UInt64: Int32] = [:]
        for row in late.all {
            if let key = OrderKey.hash(of: ids[row]) { rows[key] = Int32(row) }
        }
        return rows
    }
}

/// What tells orders apart, whether files write their ids as numbers or as texts.
public enum OrderKey {
    /// The hash of an id; none for a value that is no id.
    public static func hash(of value: ColumnValue?) -> UInt64? {
        switch value {
        case .integer(let id, _)?: Deduplication.hash(of: .integer(id))
        case .text(let text)?: Deduplication.hash(ofText: text)
        default: nil
        }
    }
}
