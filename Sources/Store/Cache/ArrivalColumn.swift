import Columnar
import Customers
import GRDB

/// All values of one stored column in the order in which their rows came.
enum ArrivalColumn: Sendable {
    /// 0 is no value, *c* + 1 the text of code *c*.
    case codes([UInt32], [String])
    /// An empty text is no value.
    case texts(bytes: [UInt8], ends: [UInt64])
    case integers([Int64], Meaning, present: Bitmap)
    case numbers([Double], present: Bitmap)
    case lists(ends: [UInt32], codes: [UInt32], [String])

    /// Whether a row has a value.
    func hasValue(_ row: Int) -> Bool {
        switch self {
        case .codes(let codes, _): codes[row] != 0
        case .texts(_, let ends): ends[row] > (row == 0 ? 0 : ends[row - 1])
        case .integers(_, _, let present): present[row]
        case .numbers(_, let present): present[row]
        case .lists(let ends, _, _): ends[row] > (row == 0 ? 0 : ends[row - 1])
        }
    }

    /// Whether any of some rows has a value; negative ones are none.
    func hasValue(in rows: [Int32]) -> Bool {
        switch self {
        case .codes(let codes, _): rows.contains { $0 >= 0 && codes[Int($0)] != 0 }
        case .integers(_, _, let present), .numbers(_, let present): rows.contains { $0 >= 0 && present[Int($0)] }
        case .texts, .lists: rows.contains { $0 >= 0 && hasValue(Int($0)) }
        }
    }

    /// The value of a row as text, the form to which unlike types are widened; amounts have the decimals of `currency`.
    func text(_ row: Int, currency: Currency? = nil) -> String? {
        guard hasValue(row) else { return nil }
        switch self {
        case .codes(let codes, let book): return book[Int(codes[row]) - 1]
        case .texts(let bytes, let ends):
            return String(decoding: bytes[Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row])], as: UTF8.self)
        case .integers(let values, let meaning, _): return Self.text(values[row], meaning, currency)
        case .numbers(let values, _):
            let value = values[row]
            return value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
        case .lists(let ends, let codes, let book):
            let start = row == 0 ? 0 : Int(ends[row - 1])
            return codes[start..<Int(ends[row])].map { book[Int($0)] }.joined(separator: "|")
        }
    }

    private static func text(_ value: Int64, _ meaning: Meaning, _ currency: Currency?) -> String {
        switch meaning {
        case .integer: "\(value)"
        case .boolean: value == 0 ? "false" : "true"
        case .date: CivilDate(dayNumber: Int32(clamping: value)).description
        case .timestamp: Instant(milliseconds: value).description
        case .money: currency.map { Money(minorUnits: value, currency: $0).decimal } ?? "\(value)"
        }
    }
}

extension Meaning {
    /// What the integers of a column of this type count.
    init(_ type: ValueType) {
        switch type {
        case .boolean: self = .boolean
        case .date: self = .date
        case .timestamp: self = .timestamp
        case .money: self = .money
        case .integer, .number, .text, .list: self = .integer
        }
    }
}

/// Reads a stored column whole.
struct ArrivalReader {
    let reader: ChunkReader
    /// Rows of the family, all chunks together.
    let rows: Int

    init(_ family: Family, catalogue: ColumnCatalogue, in db: Database) throws {
        self.init(try ChunkReader(family, catalogue: catalogue, in: db))
    }

    init(_ reader: ChunkReader) {
        self.reader = reader
        rows = reader.rows
    }

    /// The values of a column, or none where no row has one.
    func column(_ column: StoredColumn) throws -> ArrivalColumn? {
        switch column.type {
        case .text: try texts(column)
        case .number: try numbers(column)
        case .list: try lists(column)
        case .integer, .boolean, .date, .timestamp, .money: try integers(column)
        }
    }

    /// The integers of a column and the rows that have one.
    func integers(_ column: StoredColumn) throws -> ArrivalColumn? {
        var values = [Int64](repeating: 0, count: rows)
        var present = Bitmap(rows: rows)
        var start = 0
        var isEmpty = true
        try reader.forEach(columns: [column.id]) { chunk in
            try chunk.withColumn(column.id) { view in
                isEmpty = false
                values.withUnsafeMutableBufferPointer { target in
                    view.forEachInteger { target[start + $0] = $1 }
                }
                present.insert(view.present, count: chunk.rows, at: start)
            }
            start += chunk.rows
        }
        return isEmpty ? nil : .integers(values, Meaning(column.type), present: present)
    }

    private func numbers(_ column: StoredColumn) throws -> ArrivalColumn? {
        var values = [Double](repeating: 0, count: rows)
        var present = Bitmap(rows: rows)
        var start = 0
        var isEmpty = true
        try reader.forEach(columns: [column.id]) { chunk in
            try chunk.withColumn(column.id) { view in
                isEmpty = false
                for (row, value) in view.numbers.enumerated() { values[start + row] = value }
                present.insert(view.present, count: chunk.rows, at: start)
            }
            start += chunk.rows
        }
        return isEmpty ? nil : .numbers(values, present: present)
    }

    private func lists(_ column: StoredColumn) throws -> ArrivalColumn? {
        var book = CodebookBuilder(try StoreFile.codebook(of: column.id, in: reader.db))
        var ends: [UInt32] = []
        var codes: [UInt32] = []
        ends.reserveCapacity(rows)
        try reader.forEach(columns: [column.id]) { chunk in
            let own = chunk.ownBooks[column.id]
            let isThere = try chunk.withColumn(column.id) { view in
                let lists = view.lists
                let base = UInt32(codes.count)
                codes.append(contentsOf: lists.codes.map { code in own.map { book.code($0[Int(code)]) } ?? code })
                ends.append(contentsOf: lists.ends.map { $0 + base })
                return true
            }
            if isThere == nil { ends.append(contentsOf: repeatElement(UInt32(codes.count), count: chunk.rows)) }
        }
        return codes.isEmpty ? nil : .lists(ends: ends, codes: codes, book.texts)
    }

    private func texts(_ column: StoredColumn) throws -> ArrivalColumn? {
        var book = CodebookBuilder(try StoreFile.codebook(of: column.id, in: reader.db))
        var codes = [UInt32](repeating: 0, count: rows)
        var start = 0
        var isEmpty = true
        var isCrowded = false
        try reader.forEach(columns: [column.id]) { chunk in
            guard !isCrowded else { return }
            try chunk.withColumn(column.id) { view in
                isEmpty = false
                if view.encoding == .codes {
                    codes.withUnsafeMutableBufferPointer { codes in
                        view.forEachInteger { codes[start + $0] = UInt32($1) }
                    }
                } else if chunk.rows > 1024 {
                    // An import that found few different texts would have written codes.
                    isCrowded = true
                } else {
                    view.forEachText { row, text in
                        guard !text.isEmpty else { return }
                        codes[start + row] = book.code(String(decoding: text, as: UTF8.self)) + 1
                    }
                }
            }
            start += chunk.rows
        }
        if isCrowded { return try crowded(column) }
        return isEmpty ? nil : .codes(codes, book.texts)
    }

    /// The texts of a column in which most differ, end to end.
    private func crowded(_ column: StoredColumn) throws -> ArrivalColumn {
        let book = try StoreFile.codebook(of: column.id, in: reader.db)
        var bytes: [UInt8] = []
        var ends: [UInt64] = []
        ends.reserveCapacity(rows)
        try reader.forEach(columns: [column.id]) { chunk in
            let isThere = try chunk.withColumn(column.id) { view in
                if view.encoding == .codes {
                    for code in view.integers {
                        if code > 0 { bytes.append(contentsOf: book[Int(code) - 1].utf8) }
                        ends.append(UInt64(bytes.count))
                    }
                } else {
                    view.forEachText { _, text in
                        bytes.append(contentsOf: text)
                        ends.append(UInt64(bytes.count))
                    }
                }
                return true
            }
            if isThere == nil { ends.append(contentsOf: repeatElement(UInt64(bytes.count), count: chunk.rows)) }
        }
        return .texts(bytes: bytes, ends: ends)
    }
}

/// Gives codes to texts as they are met.
struct CodebookBuilder {
    private(set) var texts: [String]
    private var codes: [String: UInt32]?

    init(_ texts: [String] = []) {
        self.texts = texts
    }

    mutating func code(_ text: String) -> UInt32 {
        if codes == nil {
            codes = Dictionary(texts.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
        }
        if let known = codes?[text] { return known }
        let code = UInt32(texts.count)
        texts.append(text)
        codes?[text] = code
        return code
    }
}

extension Bitmap {
    /// Sets the rows `start..<start + count` to those of another set, or to all.
    mutating func insert(_ set: Bitmap?, count: Int, at start: Int) {
        if let set {
            set.forEach { self[start + $0] = true }
        } else {
            withWords { words in
                var row = start
                let end = start + count
                while row < end {
                    if row & 63 == 0, end - row >= 64 {
                        words[row >> 6] = .max
                        row += 64
                    } else {
                        words[row >> 6] |= 1 << UInt64(row & 63)
                        row += 1
                    }
                }
            }
        }
    }
}
