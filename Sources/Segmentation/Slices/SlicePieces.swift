import Columnar

/// The columns of a slice that have been gathered so far.
struct SlicePieces {
    private(set) var traits: [String: Trait] = [:]
    private(set) var events: [String: (rows: [Int], table: EventTable)] = [:]
    private(set) var orders: (rows: [Int], lines: [Int], table: OrderTable)?
    private(set) var refunds: (rows: [Int], table: EventTable)?

    /// Gathers what names may mean and is not there yet.
    mutating func gather(_ names: SliceNames, of slice: PopulationSlice) throws {
        for (name, trait) in slice.whole.traits where traits[name] == nil && names.mayName(trait: name) {
            traits[name] = try picking(trait, of: slice)
        }
        for (name, table) in slice.whole.events where names.mayName(events: name) {
            events[name] = try picking(table, known: events[name], names, of: slice)
        }
        if names.mayNameOrders { try gatherOrders(names, of: slice) }
        if names.mayName(events: Population.refundName), let table = slice.whole.refunds {
            refunds = try picking(table, known: refunds, names, of: slice)
        }
    }

    private func picking(_ trait: Trait, of slice: PopulationSlice) throws -> Trait {
        try Task.checkCancellation()
        let current = trait.current.picking(slice.records)
        guard let changes = trait.changes else { return Trait(current: current) }
        let rows = try slice.kept.rows(in: changes.records)
        guard !rows.isEmpty else { return Trait(current: current) }
        return Trait(
            current: current,
            changes: TraitChanges(
                times: changes.times.picking(rows), records: slice.kept.ranks(in: changes.records, rows),
                previous: changes.previous.picking(rows)))
    }

    private func picking(
        _ table: EventTable, known: (rows: [Int], table: EventTable)?, _ names: SliceNames, of slice: PopulationSlice
    ) throws -> (rows: [Int], table: EventTable) {
        let rows = try known?.rows ?? slice.kept.rows(in: table.records)
        let records = known?.table.records ?? slice.kept.ranks(in: table.records, rows)
        let times = known?.table.times ?? table.times.picking(rows)
        let covered = known == nil ? table.coveredByOrder?.picking(rows) : known?.table.coveredByOrder
        let properties = try adding(table.properties, to: known?.table.properties, names, rows)
        return (rows, EventTable(records: records, times: times, properties: properties, coveredByOrder: covered))
    }

    /// The columns that names may mean, those known already as they are.
    private func adding(
        _ all: [String: Column], to known: [String: Column]?, _ names: SliceNames, _ rows: [Int]
    ) throws -> [String: Column] {
        var columns = known ?? [:]
        for (name, column) in all where columns[name] == nil && names.mayName(property: name) {
            try Task.checkCancellation()
            columns[name] = column.picking(rows)
        }
        return columns
    }

    private mutating func gatherOrders(_ names: SliceNames, of slice: PopulationSlice) throws {
        let whole = slice.whole.orders
        let rows = try orders?.rows ?? slice.kept.rows(in: whole.records)
        let (lines, ends) = orders.map { ($0.lines, $0.table.lineEnds) } ?? Self.lines(of: rows, in: whole)
        let known = orders?.table
        orders = (
            rows, lines,
            OrderTable(
                records: known?.records ?? slice.kept.ranks(in: whole.records, rows),
                times: known?.times ?? whole.times.picking(rows),
                purchases: known?.purchases ?? whole.purchases.picking(rows),
                properties: try adding(whole.properties, to: known?.properties, names, rows), lineEnds: ends,
                lines: try adding(whole.lines, to: known?.lines, names, lines), byRecord: .none)
        )
    }

    /// The lines of some orders, and where those of each end.
    private static func lines(of rows: [Int], in orders: OrderTable) -> (lines: [Int], ends: Lane<UInt32>) {
        var lines: [Int] = []
        let ends = rows.map { row in
            if row < orders.lineEnds.count {
                lines += Int(row == 0 ? 0 : orders.lineEnds[row - 1])..<Int(orders.lineEnds[row])
            }
            return UInt32(lines.count)
        }
        return (lines, Lane(ends))
    }
}

extension RowIndex {
    /// An index of no row.
    static let none = RowIndex(ends: Lane([]), rows: Lane([]))
}

extension OrderTable {
    /// A table of no order.
    static let none = OrderTable(
        records: Lane([]), times: .milliseconds(Lane([])), purchases: BitmapLane(Bitmap(rows: 0)), properties: [:],
        lineEnds: Lane([]), lines: [:], byRecord: .none)
}
