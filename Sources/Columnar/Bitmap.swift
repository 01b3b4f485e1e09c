/// A set of row numbers, one bit a row.
public struct Bitmap: Hashable, Sendable {
    /// Rows covered, set or not.
    public let rows: Int
    /// 64 rows a word, the lowest bit first; bits at and after `rows` are 0.
    public private(set) var words: [UInt64]

    /// A set of no row, or of all.
    public init(rows: Int, repeating isSet: Bool = false) {
        self.rows = rows
        words = Array(repeating: isSet ? .max : 0, count: (rows + 63) / 64)
        if isSet { clearTail() }
    }

    /// - Precondition: `words` has the length that `rows` needs.
    public init(rows: Int, words: [UInt64]) {
        precondition(words.count == (rows + 63) / 64, "words that do not fit their rows")
        self.rows = rows
        self.words = words
        clearTail()
    }

    private mutating func clearTail() {
        guard rows % 64 != 0 else { return }
        words[words.count - 1] &= (1 << UInt64(rows % 64)) - 1
    }

    /// Whether a row is in the set.
    public subscript(row: Int) -> Bool {
        get {
            precondition(row >= 0 && row < rows, "a row outside the table")
            return words[row >> 6] & (1 << UInt64(row & 63)) != 0
        }
        set {
            precondition(row >= 0 && row < rows, "a row outside the table")
            if newValue {
                words[row >> 6] |= 1 << UInt64(row & 63)
            } else {
                words[row >> 6] &= ~(1 << UInt64(row & 63))
            }
        }
    }

    /// The number of rows in the set.
    ///
    /// - Complexity: O(`rows` / 64)
    public var count: Int {
        words.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    /// Whether no row is in the set.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Whether the other one is a copy of this set, not written to since; false says nothing.
    ///
    /// - Complexity: O(1)
    public func isSame(as other: Bitmap) -> Bool {
        words.withUnsafeBufferPointer { own in
            other.words.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress && own.count == $0.count }
        }
    }

    /// Whether all rows of the set are in the other one.
    ///
    /// - Precondition: both cover the same number of rows.
    /// - Complexity: O(`rows` / 64)
    public func isSubset(of other: Bitmap) -> Bool {
        precondition(rows == other.rows, "bitmaps of different tables")
        return words.withUnsafeBufferPointer { words in
            other.words.withUnsafeBufferPointer { others in
                for start in stride(from: 0, to: words.count, by: 256) {
                    var beyond: UInt64 = 0
                    for index in start..<min(start + 256, words.count) { beyond |= words[index] & ~others[index] }
                    if beyond != 0 { return false }
                }
                return true
            }
        }
    }

    /// The rows in both.
    ///
    /// - Precondition: both cover the same number of rows.
    /// - Complexity: O(`rows` / 64)
    public static func & (lhs: Bitmap, rhs: Bitmap) -> Bitmap {
        var result = lhs
        result &= rhs
        return result
    }

    /// The rows in either.
    ///
    /// - Precondition: both cover the same number of rows.
    /// - Complexity: O(`rows` / 64)
    public static func | (lhs: Bitmap, rhs: Bitmap) -> Bitmap {
        var result = lhs
        result |= rhs
        return result
    }

    /// The rows not in the set.
    ///
    /// - Complexity: O(`rows` / 64)
    public static prefix func ~ (set: Bitmap) -> Bitmap {
        var result = set
        for index in result.words.indices { result.words[index] = ~result.words[index] }
        result.clearTail()
        return result
    }

    /// Keeps the rows that are in the other set too.
    ///
    /// - Precondition: both cover the same number of rows.
    public static func &= (lhs: inout Bitmap, rhs: Bitmap) {
        precondition(lhs.rows == rhs.rows, "bitmaps of different tables")
        for index in lhs.words.indices { lhs.words[index] &= rhs.words[index] }
    }

    /// Adds the rows of the other set.
    ///
    /// - Precondition: both cover the same number of rows.
    public static func |= (lhs: inout Bitmap, rhs: Bitmap) {
        precondition(lhs.rows == rhs.rows, "bitmaps of different tables")
        for index in lhs.words.indices { lhs.words[index] |= rhs.words[index] }
    }

    /// Removes the rows of the other set.
    ///
    /// - Precondition: both cover the same number of rows.
    public mutating func subtract(_ other: Bitmap) {
        precondition(rows == other.rows, "bitmaps of different tables")
        for index in words.indices { words[index] &= ~other.words[index] }
    }

    /// Calls `body` with the words to write, where single bits would be too slow.
    ///
    /// - Precondition: `body` leaves the bits at and after `rows` 0.
    @inlinable
    public mutating func withWords<Result, Failure: Error>(
        _ body: (UnsafeMutableBufferPointer<UInt64>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withMutableWords(body)
    }

    @usableFromInline
    mutating func withMutableWords<Result, Failure: Error>(
        _ body: (UnsafeMutableBufferPointer<UInt64>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let outcome: Swift.Result<Result, Failure> = words.withUnsafeMutableBufferPointer { buffer in
            do throws(Failure) {
                return .success(try body(buffer))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    /// Calls `body` with every row of the set, in order.
    public func forEach(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
