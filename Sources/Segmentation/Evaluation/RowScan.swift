import Columnar

/// A condition on rows made ready for a table.
indirect enum RowScan {
    case all([RowScan])
    case any([RowScan])
    case not(RowScan)
    case missing(isNegated: Bool)
    case column(ColumnScan, isNegated: Bool)
    case line(ColumnScan, isNegated: Bool)
    /// A time that lies in its profile's own stretch.
    case stretch(StretchScan)
    case lineStretch(StretchScan)

    init(_ predicate: RowPredicate, in source: EventSource, _ scan: EventScan) {
        func prepared(_ parts: [RowPredicate]) -> [RowScan] { parts.map { RowScan($0, in: source, scan) } }
        switch predicate {
        case .all(let parts): self = .all(prepared(parts))
        case .any(let parts): self = .any(prepared(parts))
        case .not(let part): self = .not(RowScan(part, in: source, scan))
        case .missing(let isNegated): self = .missing(isNegated: isNegated)
        case .column(let column, let test):
            let stretch = StretchScan(column, test, in: source, scan)
            self = stretch.map { .stretch($0) } ?? .column(ColumnScan(column, test.kind), isNegated: test.isNegated)
        case .line(let column, let test):
            let stretch = StretchScan(column, test, in: source, scan)
            self = stretch.map { .lineStretch($0) } ?? .line(ColumnScan(column, test.kind), isNegated: test.isNegated)
        }
    }

    /// The rows of a block that satisfy a condition without lines.
    func mask(_ rows: Range<Int>) -> Mask {
        combined(rows) { scan in
            switch scan {
            case .column(let column, let isNegated), .line(let column, let isNegated):
                column.mask(rows, isNegated: isNegated)
            case .stretch(let stretch): stretch.mask(rows)
            default: Mask(rows: rows)
            }
        }
    }

    /// The orders of a block that have a line for which all of the condition holds.
    func mask(_ orders: Range<Int>, withLinesEnding ends: Lane<UInt32>) -> Mask {
        Mask(rows: orders, withMemberIn: lines(of: orders, ending: ends), ends: ends)
    }

    /// The lines of a block of orders for which all of the condition holds.
    func lines(of orders: Range<Int>, ending ends: Lane<UInt32>) -> Mask {
        let members = ends.members(of: orders)
        let lines = (members.lowerBound & ~63)..<members.upperBound
        return combined(lines) { scan in
            switch scan {
            case .column(let column, let isNegated):
                Mask(rows: lines, inGroupsOf: column.mask(orders, isNegated: isNegated), ends: ends)
            case .line(let column, let isNegated): column.mask(lines, isNegated: isNegated)
            case .stretch(let stretch): Mask(rows: lines, inGroupsOf: stretch.mask(orders), ends: ends)
            case .lineStretch(let stretch): stretch.mask(lines, of: orders, ending: ends)
            default: Mask(rows: lines)
            }
        }
    }

    private func combined(_ rows: Range<Int>, _ leaf: (RowScan) -> Mask) -> Mask {
        switch self {
        case .all(let parts):
            var mask = Mask(rows: rows, repeating: true)
            for part in parts { mask &= part.combined(rows, leaf) }
            return mask
        case .any(let parts):
            var mask = Mask(rows: rows)
            for part in parts { mask |= part.combined(rows, leaf) }
            return mask
        case .not(let part):
            var mask = part.combined(rows, leaf)
            mask.invert()
            return mask
        case .missing(let isNegated): return Mask(rows: rows, repeating: isNegated)
        case .column, .line, .stretch, .lineStretch: return leaf(self)
        }
    }
}

extension ColumnScan {
    /// The rows of a run that pass, or with `isNegated` all others.
    func mask(_ rows: Range<Int>, isNegated: Bool) -> Mask {
        var mask = mask(rows)
        if isNegated { mask.invert() }
        return mask
    }
}
