/// What the integers of a column count.
public enum Meaning: UInt8, Hashable, Sendable {
    case integer = 0
    /// 0 or 1
    case boolean = 1
    /// Days since 1970-01-01.
    case date = 2
    /// Milliseconds since 1970-01-01T00:00:00Z.
    case timestamp = 3
    /// Minor units of the workspace's currency.
    case money = 4
}

/// Codes in the narrowest width that holds them; 0 is a row without a value, *c* + 1 the text of code *c*.
public enum CodeLane: Sendable {
    case bytes(Lane<UInt8>)
    case halves(Lane<UInt16>)
    case words(Lane<UInt32>)

    /// The number of rows.
    public var count: Int {
        switch self {
        case .bytes(let lane): lane.count
        case .halves(let lane): lane.count
        case .words(let lane): lane.count
        }
    }

    /// The code of a row, or none where the row has no value.
    @inlinable
    public subscript(row: Int) -> Int? {
        let stored =
            switch self {
            case .bytes(let lane): Int(lane[row])
            case .halves(let lane): Int(lane[row])
            case .words(let lane): Int(lane[row])
            }
        return stored == 0 ? nil : stored - 1
    }
}

/// Integers in the narrowest width that holds them.
public enum IntegerLane: Sendable {
    case bytes(Lane<Int8>)
    case halves(Lane<Int16>)
    case words(Lane<Int32>)
    case longs(Lane<Int64>)
    /// Whole thousands, as milliseconds of whole seconds are; the lane holds the thousands.
    case thousands(Lane<Int32>)

    /// The number of rows.
    public var count: Int {
        switch self {
        case .bytes(let lane): lane.count
        case .halves(let lane): lane.count
        case .words(let lane): lane.count
        case .longs(let lane): lane.count
        case .thousands(let lane): lane.count
        }
    }

    /// The integer of a row; 0 where the row has none.
    @inlinable
    public subscript(row: Int) -> Int64 {
        switch self {
        case .bytes(let lane): Int64(lane[row])
        case .halves(let lane): Int64(lane[row])
        case .words(let lane): Int64(lane[row])
        case .longs(let lane): lane[row]
        case .thousands(let lane): Int64(lane[row]) * 1000
        }
    }
}

/// Numbers, in a byte each where few of them differ.
public enum NumberLane: Sendable {
    case doubles(Lane<Double>)
    /// The place of each row's number among the distinct ones, which rise.
    case places(Lane<UInt8>, of: Lane<Double>)

    /// The number of rows.
    public var count: Int {
        switch self {
        case .doubles(let lane): lane.count
        case .places(let lane, _): lane.count
        }
    }

    /// The number of a row; meaningless where the row has none.
    public subscript(row: Int) -> Double {
        switch self {
        case .doubles(let lane): lane[row]
        case .places(let lane, let distinct): distinct[Int(lane[row])]
        }
    }
}

/// A set of rows that lies in a region.
public struct BitmapLane: Sendable {
    public let rows: Int
    let words: Lane<UInt64>

    /// - Precondition: `words` has the length that `rows` needs.
    public init(rows: Int, words: Lane<UInt64>) {
        precondition(words.count == (rows + 63) / 64, "words that do not fit their rows")
        self.rows = rows
        self.words = words
    }

    /// The set as a value of its own.
    public var bitmap: Bitmap { Bitmap(rows: rows, words: words.array) }

    /// Whether a row is in the set.
    public subscript(row: Int) -> Bool {
        words[row >> 6] & (1 << UInt64(row & 63)) != 0
    }

    /// Adds the rows of this set to another.
    ///
    /// - Precondition: both cover the same number of rows.
    public func formUnion(into set: inout Bitmap) {
        precondition(set.rows == rows, "bitmaps of different tables")
        words.withValues { source in
            set.withWords { target in
                for index in target.indices { target[index] |= source[index] }
            }
        }
    }
}

/// One column of a table: a value or none for each row.
public enum Column: Sendable {
    /// Few distinct texts; `sets` holds the rows of each code where the column is worth it.
    case codes(CodeLane, Codebook, sets: [BitmapLane])
    /// Texts of which most differ; the text of row *i* ends at `ends[i]`; an empty text is no value.
    case texts(bytes: Lane<UInt8>, ends: Lane<UInt64>)
    /// `present` is none where every row has a value.
    case integers(IntegerLane, Meaning, present: BitmapLane?)
    /// `present` is none where every row has a value.
    case numbers(NumberLane, present: BitmapLane?)
    /// The codes of row *i* are `codes[ends[i - 1]..<ends[i]]`; no codes are no value.
    case lists(ends: Lane<UInt32>, codes: Lane<UInt32>, Codebook)

    /// The number of rows.
    public var count: Int {
        switch self {
        case .codes(let lane, _, _): lane.count
        case .texts(_, let ends): ends.count
        case .integers(let lane, _, _): lane.count
        case .numbers(let lane, _): lane.count
        case .lists(let ends, _, _): ends.count
        }
    }
}

extension Column {
    /// Whether the values are texts, one or several a row.
    public var isOfTexts: Bool {
        switch self {
        case .codes, .texts, .lists: true
        case .integers, .numbers: false
        }
    }
}

/// One value of a column.
public enum ColumnValue: Hashable, Sendable {
    case text(String)
    case integer(Int64, Meaning)
    case number(Double)
    case list([String])
}

extension Column {
    /// The value of a row, or none.
    ///
    /// - Precondition: `0 <= row < count`.
    public subscript(row: Int) -> ColumnValue? {
        switch self {
        case .codes(let lane, let codebook, _):
            return lane[row].map { .text(codebook[$0]) }
        case .texts(let bytes, let ends):
            let start = row == 0 ? 0 : Int(ends[row - 1])
            let end = Int(ends[row])
            guard start < end else { return nil }
            return .text(bytes.withValues { String(decoding: $0[start..<end], as: UTF8.self) })
        case .integers(let lane, let meaning, let present):
            guard present?[row] ?? true else { return nil }
            return .integer(lane[row], meaning)
        case .numbers(let lane, let present):
            guard present?[row] ?? true else { return nil }
            return .number(lane[row])
        case .lists(let ends, let codes, let codebook):
            let start = row == 0 ? 0 : Int(ends[row - 1])
            let end = Int(ends[row])
            guard start < end else { return nil }
            return .list((start..<end).map { codebook[Int(codes[$0])] })
        }
    }
}
