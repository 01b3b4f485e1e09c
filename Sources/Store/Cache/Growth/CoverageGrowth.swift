import Columnar
import Customers

/// Marks the events that carry the id of an order, where events or orders came later.
struct CoverageGrowth {
    let growth: CacheGrowth
    /// The keys of all orders that came later.
    let newKeys: Set<UInt64>
    /// Event tables that have grown.
    let grown: Set<Int>

    func mark() throws {
        let sections = growth.sections
        for (number, table) in sections.directory.tables.enumerated()
        where table.name == "order" || table.name == "purchase" {
            guard !newKeys.isEmpty || grown.contains(number),
                let entry = table.properties.first(where: { $0.name == "order_id" }),
                let ids = sections.column(entry)
            else { continue }
            let known = sections.base.orderPlaces
            let rows = (0..<table.rows).filter { row in
                guard let key = OrderKey.hash(of: ids[row]) else { return false }
                return newKeys.contains(key) || known?.place(of: key) != nil
            }
            guard !rows.isEmpty else { continue }
            sections.insert(rows, into: table.prefix + "#covered", rows: table.rows)
            sections.directory.tables[number].isCovered = true
        }
    }
}
