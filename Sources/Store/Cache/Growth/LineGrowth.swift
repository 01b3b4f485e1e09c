import Columnar
import Customers

/// Lines of orders that came later, in the order of their arrival.
struct NewLines: Sendable {
    /// The hash of the id of each line's order; none where it names none.
    let keys: [UInt64?]
    let properties: [ArrivedProperty]

    var count: Int { keys.count }

    init(_ reader: ArrivalReader, catalogue: ColumnCatalogue) throws {
        keys = try reader.keys(in: catalogue)
        properties = try reader.properties(catalogue.variants(of: .lines))
    }
}

/// Puts lines that came later beside the lines of their orders.
struct LineGrowth {
    let sections: GrownSections
    let lines: NewLines

    private var keys: [UInt64?] { lines.keys }

    /// - Throws: where the table cannot hold them.
    func grow(orders: OrderGrowth.Outcome) throws(GrowthRefusal) {
        guard lines.count > 0 || !orders.before.isEmpty else { return }
        if let orphans = sections.base.lane("line/orphans", UInt64.self).map({ SortedHashes(lane: $0) }) {
            guard !orders.newKeys.contains(where: { orphans.place(of: $0) != nil }) else {
                throw GrowthRefusal("an order came after its lines")
            }
        }
        let (placed, orphans) = place(orders)
        growOrphans(orphans)
        try grow(placed, orders)
    }

    private struct Line {
        let order: Int
        let source: Int32
    }

    /// The lines by the new places of their orders, and the keys of those without one.
    private func place(_ orders: OrderGrowth.Outcome) -> (lines: [Line], orphans: [UInt64?]) {
        var lines: [Line] = []
        var orphans: [UInt64?] = []
        for (row, key) in keys.enumerated() {
            let old = key.flatMap { sections.base.orderPlaces?.place(of: $0) }
            let place = key.flatMap { orders.places[$0] } ?? old.map { orders.late?.place(of: $0) ?? $0 }
            if let place { lines.append(Line(order: place, source: Int32(row))) } else { orphans.append(key) }
        }
        lines.sort { ($0.order, $0.source) < ($1.order, $1.source) }
        return (lines, orphans)
    }

    private func growOrphans(_ keys: [UInt64?]) {
        guard !keys.isEmpty else { return }
        sections.directory.orphanLines += keys.count
        let known = sections.base.lane("line/orphans", UInt64.self)?.array ?? []
        sections.write("line/orphans", Set(known + keys.compactMap(\.self)).sorted())
    }

    private func grow(_ placed: [Line], _ orders: OrderGrowth.Outcome) throws(GrowthRefusal) {
        let oldEnds = sections.base.lane("order/lines", UInt32.self) ?? Lane([])
        let oldCount = oldEnds.count == 0 ? 0 : Int(oldEnds[oldEnds.count - 1])
        let isNew = Dictionary(
            uniqueKeysWithValues: orders.before.enumerated().map { (Int($1) + $0, Int($1)) })
        // Where an order's new lines go: behind those that it has, or where those of the orders before it end.
        let before = placed.map { line -> UInt32 in
            if let old = isNew[line.order] { return old == 0 ? 0 : oldEnds[old - 1] }
            return oldEnds[line.order - orders.before.lowerBound(of: line.order)]
        }
        let splice = RowSplice(oldCount: oldCount, before: before, sources: placed.map(\.source))
        try sections.spend(splice, columns: 1 + sections.directory.lineProperties.count)
        growEnds(placed, isNew: isNew, oldEnds: oldEnds, orders: oldEnds.count + orders.before.count)
        sections.directory.lineProperties = try ColumnGrowth(sections: sections, splice: splice)
            .grow(sections.directory.lineProperties, prefix: "line", with: lines.properties)
    }

    private func growEnds(_ lines: [Line], isNew: [Int: Int], oldEnds: Lane<UInt32>, orders: Int) {
        guard let first = (Array(isNew.keys) + lines.map(\.order)).min() else { return }
        sections.grow("order/lines", to: orders) { (target: UnsafeMutableBufferPointer<UInt32>) in
            var old = first
            var next = 0
            var end = first == 0 ? 0 : target[first - 1]
            for place in first..<orders {
                if isNew[place] == nil {
                    end += oldEnds[old] - (old == 0 ? 0 : oldEnds[old - 1])
                    old += 1
                }
                while next < lines.count, lines[next].order == place {
                    end += 1
                    next += 1
                }
                target[place] = end
            }
        }
    }
}

extension [UInt32] {
    /// How many late rows stand before a row, by its new number: each late row *i* is new row `self[i] + i`.
    fileprivate func lowerBound(of row: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if Int(self[middle]) + middle < row { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
