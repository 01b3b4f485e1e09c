extension BatchColumn {
    /// The column with only some of its rows, in their order.
    public func keeping(_ rows: [Int]) -> BatchColumn {
        let kept: Vector =
            switch values {
            case .integers(let integers): .integers(rows.map { integers[$0] })
            case .numbers(let numbers): .numbers(rows.map { numbers[$0] })
            case .codes(let codes, let appended): .codes(rows.map { codes[$0] }, appended: appended)
            case .texts(let texts): .texts(texts.keeping(rows))
            case .lists(let ends, let codes, let appended):
                Self.lists(ends: ends, codes: codes, appended: appended, keeping: rows)
            }
        return BatchColumn(values: kept, present: present.map { $0.keeping(rows) })
    }

    private static func lists(ends: [UInt32], codes: [UInt32], appended: [String], keeping rows: [Int]) -> Vector {
        var keptEnds: [UInt32] = []
        var kept: [UInt32] = []
        for row in rows {
            let start = row == 0 ? 0 : Int(ends[row - 1])
            kept.append(contentsOf: codes[start..<Int(ends[row])])
            keptEnds.append(UInt32(kept.count))
        }
        return .lists(ends: keptEnds, codes: kept, appended: appended)
    }
}

extension TextVector {
    /// The texts of some rows, in their order.
    public func keeping(_ rows: [Int]) -> TextVector {
        var kept = TextVector()
        bytes.withUnsafeBufferPointer { bytes in
            for row in rows { kept.append(UnsafeBufferPointer(rebasing: bytes[range(of: row)])) }
        }
        return kept
    }
}

extension Bitmap {
    /// The set among some rows, numbered anew in their order.
    public func keeping(_ rows: [Int]) -> Bitmap {
        var kept = Bitmap(rows: rows.count)
        for (place, row) in rows.enumerated() where self[row] { kept[place] = true }
        return kept
    }
}
