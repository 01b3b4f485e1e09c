import Columnar
import Filters

/// Numbers for the distinct values of several columns, the same for values that compare as equal.
///
/// Texts are equal as filters compare them; a number is equal to the text that it is written as, an amount of money in
/// major units.
final class KeyBook {
    private var keys: [FoldedText: UInt32] = [:]

    /// The number of distinct values.
    var count: Int { keys.count }

    /// The number of a value.
    func key(_ text: String) -> UInt32 {
        let folded = FoldedText(text)
        if let known = keys[folded] { return known }
        let key = UInt32(keys.count)
        keys[folded] = key
        return key
    }
}

/// The values of one column as numbers of a book.
struct KeyColumn {
    private let column: Column
    /// Decimals of the numbers, for amounts of money.
    private let digits: Int
    private let book: KeyBook
    /// The number of every row's value, for a column of codes; the greatest number where it has none.
    private let rows: [UInt32]
    /// The number of every code, for a column of lists.
    private let table: [UInt32]
    private var integers: [Int64: UInt32] = [:]

    /// `fractionDigits`: decimals of the workspace's currency.
    init(_ column: Column, fractionDigits: Int, in book: KeyBook) {
        self.column = column
        self.book = book
        digits = if case .integers(_, .money, _) = column { fractionDigits } else { 0 }
        switch column {
        case .codes(let lane, let codebook, _):
            rows = lane.looked(up: [.max] + (0..<codebook.count).map { book.key(codebook[$0]) })
            table = []
        case .lists(_, _, let codebook):
            rows = []
            table = (0..<codebook.count).map { book.key(codebook[$0]) }
        case .texts, .integers, .numbers: (rows, table) = ([], [])
        }
    }

    /// Calls `body` with the number of the row's value, or of each element of its list; not at all where it has none.
    mutating func forEachKey(of row: Int, _ body: (UInt32) -> Void) {
        guard rows.isEmpty else {
            if rows[row] != .max { body(rows[row]) }
            return
        }
        switch column {
        case .codes: break
        case .lists(let ends, let codes, _):
            for place in ends.members(of: row..<(row + 1)) { body(table[Int(codes[place])]) }
        case .integers(let lane, _, let present):
            guard present?[row] ?? true else { return }
            let value = lane[row]
            let key =
                integers[value]
                ?? book.key(DecimalLiteral(coefficient: value, fractionDigits: digits).description)
            integers[value] = key
            body(key)
        case .numbers(let lane, let present):
            guard present?[row] ?? true else { return }
            let (number, whole) = (lane[row], Int64(exactly: lane[row]))
            body(book.key(whole.map { "\($0)" } ?? "\(number)"))
        case .texts:
            if case .text(let text)? = column[row] { body(book.key(text)) }
        }
    }
}
