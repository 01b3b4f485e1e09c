import Columnar

/// Which rows of a column have a value.
struct Presence {
    private let column: Column

    init(_ column: Column) {
        self.column = column
    }

    subscript(row: Int) -> Bool {
        switch column {
        case .codes(let lane, _, _): lane[row] != nil
        case .integers(_, _, let present), .numbers(_, let present): present?[row] ?? true
        case .texts(_, let ends): ends[row] > (row == 0 ? 0 : ends[row - 1])
        case .lists(let ends, _, _): ends[row] > (row == 0 ? 0 : ends[row - 1])
        }
    }
}
