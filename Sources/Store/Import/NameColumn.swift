import Columnar

/// What an identifier is found by: itself where it is an integer, else its hash.
struct NameKey: Hashable, Sendable {
    let isInteger: Bool
    let bits: UInt64

    init(_ value: IdentifierValue) {
        switch value {
        case .integer(let integer): (isInteger, bits) = (true, UInt64(bitPattern: integer))
        case .text(let text): (isInteger, bits) = (false, KeyHash.hash(text))
        }
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let integer = canonicalInteger(bytes) {
            (isInteger, bits) = (true, UInt64(bitPattern: integer))
        } else {
            (isInteger, bits) = (false, KeyHash.hash(bytes))
        }
    }
}

/// One column of a batch that names the records of its rows.
struct NameColumn {
    let kind: String
    /// The key of each row; none where the row has no name here.
    let keys: [NameKey?]
    private let column: BatchColumn

    init(_ kind: String, _ column: BatchColumn, rows: Int) {
        self.kind = kind
        self.column = column
        switch column.values {
        case .texts(let texts):
            keys = texts.bytes.withUnsafeBufferPointer { bytes in
                (0..<rows).map { row in
                    let range = texts.range(of: row)
                    guard !range.isEmpty, column.present?[row] ?? true else { return nil }
                    return NameKey(UnsafeBufferPointer(rebasing: bytes[range]))
                }
            }
        default: keys = (0..<rows).map { row in column.identifier(at: row).map(NameKey.init) }
        }
    }

    /// The name of a row that has one.
    func value(at row: Int) -> IdentifierValue? { column.identifier(at: row) }
}
