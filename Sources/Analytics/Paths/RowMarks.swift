public import Columnar

/// What is to be known of each event of a table beside its time: a small number a row.
public enum RowMarks: Sendable {
    /// The same number for every row.
    case always(UInt8)
    /// 1 for the rows of a set.
    case members(Bitmap)
    /// The number of each code; the last one is that of rows without a value.
    case codes(CodeLane, [UInt8])
    /// A number a row, from a first row on.
    case rows([UInt8], from: Int)

    /// 0 for every row.
    public static let none = RowMarks.always(0)

    @inline(__always)
    subscript(row: Int) -> UInt8 {
        switch self {
        case .always(let number): number
        case .members(let set): set[row] ? 1 : 0
        case .codes(let lane, let numbers): numbers[lane[row] ?? numbers.count - 1]
        case .rows(let numbers, let first): numbers[row - first]
        }
    }
}
