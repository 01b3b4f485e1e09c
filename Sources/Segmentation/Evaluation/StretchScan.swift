import Columnar

/// A test of a date or time by a stretch that the profile's own traits bound.
struct StretchScan {
    private let values: IntegerLane
    private let present: BitmapLane?
    private let edges: ProfileEdges
    private let records: Lane<UInt32>
    private let profiles: ProfileMap

    /// None where the test is no such test; a column of another kind has no value.
    init?(_ column: Column, _ test: ColumnTest, in source: EventSource, _ scan: EventScan) {
        guard case .window(let window) = test.kind, case .integers(let values, let meaning, let present) = column
        else { return nil }
        self.values = values
        self.present = present
        edges = scan.resolver.edges(of: window, inDays: meaning == .date)
        records = source.records
        profiles = scan.profiles
    }

    /// The rows of a block that pass.
    func mask(_ rows: Range<Int>) -> Mask {
        var mask = Mask(rows: rows)
        for row in rows where passes(row, of: row) { mask.insert(row) }
        return mask
    }

    /// The lines of a block of orders that pass.
    func mask(_ lines: Range<Int>, of orders: Range<Int>, ending ends: Lane<UInt32>) -> Mask {
        var mask = Mask(rows: lines)
        for order in orders {
            for line in ends.members(of: order..<(order + 1)) where passes(line, of: order) { mask.insert(line) }
        }
        return mask
    }

    private func passes(_ row: Int, of event: Int) -> Bool {
        (present?[row] ?? true) && edges.contains(values[row], of: profiles.profile(of: Int(records[event])))
    }
}
