import CKernels

/// The header and the first rows of a file, looked at for what they could be.
struct Sample {
    /// Rows and bytes looked at, at most.
    static let mostRows = 65_536, mostBytes = 8 << 20

    let format: FileFormat
    /// Whether `|` stands between the fields, and so cannot join values.
    var isDelimitedByPipes: Bool {
        if case .csv(let dialect) = format.layout { return dialect.delimiter == UInt8(ascii: "|") }
        return false
    }
    /// Trimmed and unique.
    private(set) var headers: [String] = []
    private(set) var evidence: [TypeEvidence] = []
    /// Columns that hold arrays.
    private(set) var lists: Set<Int> = []
    private(set) var notes: [PlanNote] = []
    /// Columns without a name.
    private(set) var nameless: Set<Int> = []

    init(_ path: String, mapping: Mapping) throws(IntakeError) {
        let encoding = try mapping.textEncoding()
        let file = try InputFile(path)
        let window = Window(file, encoding: encoding, step: 256 << 10)
        try Self.fill(window, upTo: 64 << 10)
        guard window.end > 0 else { throw window.takeFailure() ?? .empty(path: path) }
        try Self.checkText(window)
        window.skipByteOrderMark()
        if Self.beginsWithObject(window) {
            format = FileFormat(layout: .jsonLines, isCompressed: file.isCompressed, encoding: encoding)
            try readJSON(path, encoding)
        } else {
            let dialect = DialectGuess.dialect(
                of: window, delimiter: try mapping.delimiterByte(), hasHeader: mapping.header ?? true)
            format = FileFormat(layout: .csv(dialect), isCompressed: file.isCompressed, encoding: encoding)
            try readCSV(window, dialect)
        }
        guard !headers.isEmpty else { throw window.takeFailure() ?? .noHeader(path: path) }
    }

    private static func fill(_ window: Window, upTo count: Int) throws(IntakeError) {
        try window.fillFirst(newline: UInt8(ascii: "\n"), upTo: count)
    }

    /// Refuses UTF-16 and files that are no text.
    private static func checkText(_ window: Window) throws(IntakeError) {
        let bytes = UnsafeBufferPointer(start: window.base, count: min(window.end, 4096))
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16(path: window.path) }
        let zeros = [0, 1].map { parity in bytes.indices.count { $0 % 2 == parity && bytes[$0] == 0 } }
        if max(zeros[0], zeros[1]) * 4 > bytes.count, min(zeros[0], zeros[1]) * 16 < bytes.count {
            throw .utf16(path: window.path)
        }
        let isArchive = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
        if isArchive || (zeros[0] + zeros[1]) * 10 > bytes.count { throw .binary(path: window.path) }
    }

    private static func beginsWithObject(_ window: Window) -> Bool {
        for at in window.start..<window.end where window.base[at] > 0x20 { return window.base[at] == UInt8(ascii: "{") }
        return false
    }

    private mutating func readCSV(_ window: Window, _ dialect: Dialect) throws(IntakeError) {
        var rows = CSVRows(window, dialect: dialect, width: 1, longestRow: 1 << 20)
        while true {
            let first = RowScanner(marks: rows.marks, bytes: window.base, start: window.start, end: window.end)
            guard case .whole = first.outcome else { return }
            if first.isBlank {
                window.start = first.next
                continue
            }
            let fields = first.fields.map { Self.text($0, in: window, quote: dialect.quote) }
            name(dialect.hasHeader ? fields : fields.indices.map { "column_\($0 + 1)" })
            if dialect.hasHeader { window.start = first.next }
            break
        }
        rows = CSVRows(window, dialect: dialect, width: headers.count, longestRow: 1 << 20)
        look(at: .csv(rows), window)
    }

    private static func text(_ range: Range<Int>, in window: Window, quote: UInt8) -> String {
        let bytes = UnsafeBufferPointer(start: window.base + range.lowerBound, count: range.count)
        var text = String(decoding: bytes, as: UTF8.self)
        let mark = Character(UnicodeScalar(quote))
        if text.count >= 2, text.first == mark, text.last == mark {
            text = String(text.dropFirst().dropLast()).replacing("\(mark)\(mark)", with: "\(mark)")
        }
        return text
    }

    /// Gives every column a name of its own.
    private mutating func name(_ fields: [String]) {
        var taken: Set<String> = []
        for (position, field) in fields.enumerated() {
            // A zero byte would end the name where the store reads it back.
            let words = field.split { $0.isWhitespace || $0 == "\0" }
            var header = words.joined(separator: " ")
            if header.isEmpty {
                nameless.insert(position)
                header = "column_\(position + 1)"
            }
            var unique = header
            var number = 2
            while !taken.insert(unique).inserted {
                unique = "\(header)_\(number)"
                number += 1
            }
            if unique != header { notes.append(.renamed(column: header, to: unique)) }
            headers.append(unique)
        }
        evidence = Array(repeating: TypeEvidence(), count: headers.count)
    }

    /// Reads twice: once for the names, once for the values.
    private mutating func readJSON(_ path: String, _ encoding: TextEncoding) throws(IntakeError) {
        let names = JSONMembers(nil)
        for members in [names, nil] {
            let window = Window(try InputFile(path), encoding: encoding, step: 256 << 10)
            try Self.fill(window, upTo: 3)
            window.skipByteOrderMark()
            if members == nil {
                headers = names.names
                evidence = Array(repeating: TypeEvidence(), count: headers.count)
                lists = names.lists
            }
            let rows = JSONRows(window, members: members ?? JSONMembers(headers), longestRow: 1 << 20)
            look(at: .json(rows), window)
        }
    }

    private mutating func look(at source: FileRows, _ window: Window) {
        var source = source
        var table = RowTable(width: headers.count, capacity: RowTable.capacity(forWidth: headers.count))
        var rejects: [Reject] = []
        var rows = 0, bytes = 0
        while rows < Self.mostRows, bytes < Self.mostBytes, rejects.count < Self.mostRows {
            guard source.fill(&table, limit: table.capacity, rejects: &rejects) else { return }
            guard table.count > 0 else { continue }
            rows += table.count
            bytes += table.end - Int(table.rows[0])
            add(table, window)
        }
    }

    private mutating func add(_ table: RowTable, _ window: Window) {
        let base = UnsafePointer(window.base)
        evidence.withUnsafeMutableBufferPointer { buffer in
            // What is known of a column is one thread's alone.
            nonisolated(unsafe) let (evidence, base) = (buffer, base)
            ColumnThreads(count: 2).forEach(of: evidence.count, rows: table.count) { column, _ in
                for row in 0..<table.count {
                    var start = Int(table.starts[row * table.width + column])
                    var end = Int(table.ends[row * table.width + column])
                    while start < end, base[start] == 0x20 || base[start] == 0x09 { start += 1 }
                    while end > start, base[end - 1] == 0x20 || base[end - 1] == 0x09 { end -= 1 }
                    evidence[column].add(Field(start: base + start, count: end - start))
                }
            }
        }
    }
}
