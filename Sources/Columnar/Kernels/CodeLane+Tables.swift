extension CodeLane {
    /// What a table holds for the stored code of every row; 0 is stored where a row has no value.
    ///
    /// - Precondition: the table has a place for every stored code.
    public func looked(up table: [UInt32]) -> [UInt32] {
        switch self {
        case .bytes(let lane): lane.looked(up: table)
        case .halves(let lane): lane.looked(up: table)
        case .words(let lane): lane.looked(up: table)
        }
    }
}

extension Lane where Element: FixedWidthInteger & UnsignedInteger {
    fileprivate func looked(up table: [UInt32]) -> [UInt32] {
        withValues { codes in
            table.withUnsafeBufferPointer { table in
                codes.map { code in
                    precondition(Int(code) < table.count, "a code outside its table")
                    return table[Int(code)]
                }
            }
        }
    }
}
