/// The text of one value, where it lies in the window.
///
/// Bytes behind the text are readable, so that it can be loaded by the word.
struct Field {
    let start: UnsafePointer<UInt8>
    let count: Int

    subscript(offset: Int) -> UInt8 {
        @inline(__always) get { start[offset] }
    }

    /// Eight bytes from an offset on, the first in the lowest bits.
    @inline(__always) func word(at offset: Int = 0) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self))
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func dropFirst(_ length: Int) -> Field { Field(start: start + length, count: count - length) }

    func prefix(_ length: Int) -> Field { Field(start: start, count: length) }

    /// What words for a missing value begin with, with the bit set that makes letters small.
    private static let missingSigns = "n-\\#".utf8.map { $0 | 0x20 }

    /// Whether the text says that there is no value: `NA`, `NULL`, `-` …; asked only where a typed value was expected.
    var meansMissing: Bool {
        guard (1...4).contains(count), Self.missingSigns.contains(start[0] | 0x20) else { return false }
        switch text.lowercased() {
        case "na", "n/a", "null", "nan", "nil", "none", "\\n", "-", "#n/a": return true
        default: return false
        }
    }
}

/// The fields of one column in a table.
struct FieldRun {
    let base: UnsafePointer<UInt8>
    let starts: UnsafePointer<UInt32>
    let ends: UnsafePointer<UInt32>
    /// From a row to the next in `starts` and `ends`; 0 repeats one field.
    let stride: Int
    let count: Int
    /// A hash a row of the field's text, 0 where it is empty; meaningless for builders that do not read hashes.
    let hashes: UnsafePointer<UInt64>

    subscript(row: Int) -> Field {
        @inline(__always) get {
            let start = starts[row &* stride]
            return Field(start: base + Int(start), count: Int(ends[row &* stride] &- start))
        }
    }
}

/// Reads the text of a field as an integer that stands for a value of some type.
protocol FieldParser {
    /// The value, or nil if the text is none. The field is not empty.
    mutating func parse(_ field: Field) -> Int64?
}
