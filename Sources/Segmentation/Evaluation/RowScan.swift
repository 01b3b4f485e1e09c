import Columnar

/// A condition on rows made ready for a table.
indirect enum RowScan {
    case all([RowScan])
    case any([RowScan])
    case not(RowScan)
    case missing(isNegated: Bool)
    case column(ColumnScan, isNegated: Bool)
    case line(ColumnScan, isNegated: Bool)

    init(_ predicate: RowPredicate) {
        self =
            switch predicate {
            case .all(let parts): .all(parts.map(RowScan.init))
            case .any(let parts): .any(parts.map(RowScan.init))
            case .not(let part): .not(RowScan(part))
            case .missing(let isNegated): .missing(isNegated: isNegated)
            case .column(let column, let test): .column(ColumnScan(column, test.kind), isNegated: test.isNegated)
            case .line(let column, let test): .line(ColumnScan(column, test.kind), isNegated: test.isNegated)
            }
    }

    /// The rows of a block that satisfy a condition without lines.
    func mask(_ rows: Range<Int>) -> Mask {
        combined(rows) { scan in
            switch scan {
            case .column(let column, let isNegated), .line(let column, let isNegated):
                column.mask(rows, isNegated: isNegated)
            default: Mask(rows: rows)
            }
        }
    }

    /// The orders of a block that have a line for which all of the condition holds.
    func mask(_ orders: Range<Int>, withLinesEnding ends: Lane<UInt32>) -> Mask {
        let members = ends.members(of: orders)
        let lines = (members.lowerBound & ~63)..<members.upperBound
        let matching = combined(lines) { scan in
            switch scan {
            case .column(let column, let isNegated):
                Mask(rows: lines, inGroupsOf: column.mask(orders, isNegated: isNegated), ends: ends)
            case .line(let column, let isNegated): column.mask(lines, isNegated: isNegated)
            default: Mask(rows: lines)
            }
        }
        return Mask(rows: orders, withMemberIn: matching, ends: ends)
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
        case .column, .line: return leaf(self)
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
