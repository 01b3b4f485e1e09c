/// How much of a length a part takes.
public enum Extent: Hashable, Sendable {
    /// So many cells, or fewer where the length does not suffice.
    case fixed(Int)
    /// A part of what the fixed ones leave, by weight.
    case share(Int)
}

extension Rect {
    /// Cuts the rectangle into rows from the top down, one part an extent.
    ///
    /// Without a `share` what is left at the end stays free. Parts that find no room are empty.
    public func split(rows extents: [Extent], gap: Int = 0) -> [Rect] {
        var next = row
        return Extent.lengths(of: extents, in: rows, gap: gap).map { length in
            defer { next += length + gap }
            return Rect(column: column, row: min(next, bottom), columns: columns, rows: length)
        }
    }

    /// Cuts the rectangle into columns from the left, one part an extent.
    public func split(columns extents: [Extent], gap: Int = 0) -> [Rect] {
        var next = column
        return Extent.lengths(of: extents, in: columns, gap: gap).map { length in
            defer { next += length + gap }
            return Rect(column: min(next, right), row: row, columns: length, rows: rows)
        }
    }
}

extension Extent {
    /// The lengths of parts, in order; with their gaps never more than `total`.
    static func lengths(of extents: [Extent], in total: Int, gap: Int) -> [Int] {
        var room = max(0, total - gap * max(0, extents.count - 1))
        var weights = 0
        var lengths = extents.map { extent -> Int in
            switch extent {
            case .fixed(let length):
                let taken = min(max(0, length), room)
                room -= taken
                return taken
            case .share(let weight):
                weights += max(0, weight)
                return 0
            }
        }
        for (index, extent) in extents.enumerated() {
            guard case .share(let weight) = extent, weight > 0 else { continue }
            lengths[index] = room * weight / weights
            room -= lengths[index]
            weights -= weight
        }
        return lengths
    }
}
