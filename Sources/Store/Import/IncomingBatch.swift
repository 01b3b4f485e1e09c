public import Columnar
public import Customers

/// A trait or property of the rows that come in.
public struct IncomingColumn: Hashable, Sendable {
    public let name: String
    public let type: ValueType
    /// The kind of identifier that the column holds, in a file of profiles.
    public let identifier: String?

    public init(name: String, type: ValueType, identifier: String? = nil) {
        self.name = name
        self.type = type
        self.identifier = identifier
    }
}

/// Rows that come in, as columns.
public struct IncomingBatch: Sendable {
    public var rows: Int
    /// The columns that name the record, the most telling kind first: integers, or texts in their normal form.
    public var identifiers: [(kind: String, column: BatchColumn)]
    /// When the row happened or was observed, in milliseconds.
    public var time: BatchColumn?
    /// The name of the event.
    public var eventName: BatchColumn?
    /// The id of the event or of the order.
    public var key: BatchColumn?
    /// A hash of each row's raw text.
    public var hashes: [UInt64]
    /// The traits or properties, in the order in which the writer was told of them.
    public var properties: [BatchColumn]

    public init(
        rows: Int, identifiers: [(kind: String, column: BatchColumn)], time: BatchColumn?, eventName: BatchColumn?,
        key: BatchColumn?, hashes: [UInt64], properties: [BatchColumn]
    ) {
        self.rows = rows
        self.identifiers = identifiers
        self.time = time
        self.eventName = eventName
        self.key = key
        self.hashes = hashes
        self.properties = properties
    }
}

extension BatchColumn {
    /// The column with only some of its rows, in their order.
    func keeping(_ rows: [Int]) -> BatchColumn {
        let kept: Vector =
            switch values {
            case .integers(let integers): .integers(rows.map { integers[$0] })
            case .numbers(let numbers): .numbers(rows.map { numbers[$0] })
            case .codes(let codes, let appended): .codes(rows.map { codes[$0] }, appended: appended)
            case .texts(let texts): .texts(texts.keeping(rows))
            case .lists(let ends, let codes, let appended):
                Self.lists(ends: ends, codes: codes, appended: appended, keeping: rows)
            }
        return BatchColumn(values: kept, present: present.map { $0.keeping(rows) })
    }

    private static func lists(ends: [UInt32], codes: [UInt32], appended: [String], keeping rows: [Int]) -> Vector {
        var keptEnds: [UInt32] = []
        var kept: [UInt32] = []
        for row in rows {
            let start = row == 0 ? 0 : Int(ends[row - 1])
            kept.append(contentsOf: codes[start..<Int(ends[row])])
            keptEnds.append(UInt32(kept.count))
        }
        return .lists(ends: keptEnds, codes: kept, appended: appended)
    }
}

extension TextVector {
    func keeping(_ rows: [Int]) -> TextVector {
        var kept = TextVector()
        bytes.withUnsafeBufferPointer { bytes in
            for row in rows { kept.append(UnsafeBufferPointer(rebasing: bytes[range(of: row)])) }
        }
        return kept
    }
}

extension Bitmap {
    func keeping(_ rows: [Int]) -> Bitmap {
        var kept = Bitmap(rows: rows.count)
        for (place, row) in rows.enumerated() where self[row] { kept[place] = true }
        return kept
    }
}
