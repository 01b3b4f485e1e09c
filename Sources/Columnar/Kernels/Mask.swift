/// The rows of a run of a table that pass a test, one bit a row.
///
/// Scans work on runs that fit the processor's cache; a mask is the answer for one of them.
public struct Mask: Hashable, Sendable {
    /// The rows of the run; the lower end is a multiple of 64.
    public let rows: Range<Int>
    /// 64 rows a word, the lowest bit first; bits at and after the end of `rows` are 0.
    @usableFromInline var words: [UInt64]

    /// A mask of no row, or of all.
    ///
    /// - Precondition: the lower end of `rows` is a multiple of 64.
    public init(rows: Range<Int>, repeating isSet: Bool = false) {
        precondition(rows.lowerBound % 64 == 0, "a mask that starts inside a word")
        self.rows = rows
        words = Array(repeating: isSet ? .max : 0, count: (rows.count + 63) / 64)
        if isSet { clearTail() }
    }

    mutating func clearTail() {
        guard rows.count % 64 != 0 else { return }
        words[words.count - 1] &= (1 << UInt64(rows.count % 64)) - 1
    }

    /// Whether a row of the run is in the mask.
    public subscript(row: Int) -> Bool {
        precondition(rows.contains(row), "a row outside the mask")
        let place = row - rows.lowerBound
        return words[place >> 6] & (1 << UInt64(place & 63)) != 0
    }

    /// Adds one row.
    @inlinable
    public mutating func insert(_ row: Int) {
        precondition(rows.contains(row), "a row outside the mask")
        let place = row - rows.lowerBound
        words[place >> 6] |= 1 << UInt64(place & 63)
    }

    /// Whether no row is in the mask.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Turns the mask into that of the other rows.
    public mutating func invert() {
        for index in words.indices { words[index] = ~words[index] }
        clearTail()
    }

    /// Keeps the rows that are in the other mask too.
    ///
    /// - Precondition: both cover the same rows.
    public static func &= (lhs: inout Mask, rhs: Mask) {
        precondition(lhs.rows == rhs.rows, "masks of different rows")
        for index in lhs.words.indices { lhs.words[index] &= rhs.words[index] }
    }

    /// Adds the rows of the other mask.
    ///
    /// - Precondition: both cover the same rows.
    public static func |= (lhs: inout Mask, rhs: Mask) {
        precondition(lhs.rows == rhs.rows, "masks of different rows")
        for index in lhs.words.indices { lhs.words[index] |= rhs.words[index] }
    }

    /// Drops the rows below a row.
    public mutating func removeRows(below row: Int) {
        let place = min(max(row - rows.lowerBound, 0), rows.count)
        for index in 0..<(place >> 6) { words[index] = 0 }
        if place % 64 != 0 { words[place >> 6] &= ~((1 << UInt64(place & 63)) - 1) }
    }

    /// Calls `body` with 64 rows at a time, in order: the first of them, how many there are, and a bit for each.
    @inlinable
    public func forEachWord(_ body: (_ first: Int, _ count: Int, _ bits: UInt64) -> Void) {
        for (index, word) in words.enumerated() {
            let first = rows.lowerBound + (index << 6)
            body(first, min(64, rows.upperBound - first), word)
        }
    }

    /// Calls `body` with every row of the mask, in order.
    @inlinable
    public func forEach(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var rest = word
            let first = rows.lowerBound + (index << 6)
            while rest != 0 {
                body(first | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}

extension Bitmap {
    /// Adds the rows of a mask of the same table.
    ///
    /// - Precondition: the mask lies inside the table.
    public mutating func formUnion(_ mask: Mask) {
        precondition(mask.rows.upperBound <= rows, "a mask outside the table")
        let first = mask.rows.lowerBound >> 6
        withWords { words in
            for index in mask.words.indices { words[first + index] |= mask.words[index] }
        }
    }
}
