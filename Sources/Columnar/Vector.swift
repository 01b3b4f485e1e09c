/// The values of one column for a run of rows, in order.
///
/// Texts are codes where few of them differ: a source of rows numbers its texts from 0 as it meets them and
/// hands on with every vector the texts that are new in it, so that receiver and source agree without sharing state.
public enum Vector: Hashable, Sendable {
    /// Integers; also dates as days since 1970-01-01, timestamps as milliseconds since then, money in minor units, and
    /// booleans as 0 and 1. A row without a value holds 0.
    case integers([Int64])
    /// Finite numbers. A row without a value holds 0.
    case numbers([Double])
    /// A code a row; `appended` are the texts whose codes follow those of the source's earlier vectors. A row without
    /// a value holds `UInt32.max`.
    case codes([UInt32], appended: [String])
    /// A text a row, for columns in which most differ. A row without a value holds an empty text.
    case texts(TextVector)
    /// Several codes a row: those of row *i* are `codes[ends[i - 1]..<ends[i]]`.
    case lists(ends: [UInt32], codes: [UInt32], appended: [String])

    /// The code of a row without a value.
    public static let missingCode = UInt32.max

    /// The number of rows.
    public var count: Int {
        switch self {
        case .integers(let values): values.count
        case .numbers(let values): values.count
        case .codes(let codes, _): codes.count
        case .texts(let texts): texts.count
        case .lists(let ends, _, _): ends.count
        }
    }
}

/// Texts laid end to end.
public struct TextVector: Hashable, Sendable {
    /// The UTF-8 of all texts.
    public private(set) var bytes: [UInt8] = []
    /// Where each text ends in `bytes`.
    public private(set) var ends: [UInt32] = []

    public init() {}

    /// - Precondition: `ends` rises and its last is the length of `bytes`.
    public init(bytes: [UInt8], ends: [UInt32]) {
        precondition(Int(ends.last ?? 0) == bytes.count, "text ends that do not match their bytes")
        self.bytes = bytes
        self.ends = ends
    }

    /// The number of texts.
    public var count: Int { ends.count }

    /// Where a text lies in `bytes`.
    public func range(of row: Int) -> Range<Int> {
        (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
    }

    /// The text of a row.
    public subscript(row: Int) -> String {
        String(decoding: bytes[range(of: row)], as: UTF8.self)
    }

    /// Adds a text at the end.
    public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(UInt32(bytes.count))
    }

    /// Adds a text at the end.
    public mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        ends.append(UInt32(bytes.count))
    }
}

/// One column of a batch: its values and which rows have one.
public struct BatchColumn: Hashable, Sendable {
    public var values: Vector
    /// The rows with a value; none means that all have one.
    public var present: Bitmap?

    public init(values: Vector, present: Bitmap? = nil) {
        self.values = values
        self.present = present
    }
}
