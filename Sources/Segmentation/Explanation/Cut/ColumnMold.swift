import Columnar

/// Lays a few values out as columns of the kind of another, with a codebook of their own texts alone.
struct ColumnMold {
    private let pattern: Column
    private let codes: [[UInt8]: UInt32]
    private let codebook: Codebook

    /// `values`: all that will stand in the columns.
    init(_ pattern: Column, for values: [ColumnValue?]) {
        self.pattern = pattern
        // Keyed by bytes: texts that are canonically equivalent are distinct in a file.
        var codes: [[UInt8]: UInt32] = [:]
        var texts: [String] = []
        for text in values.flatMap(\.texts) where codes[Array(text.utf8)] == nil {
            codes[Array(text.utf8)] = UInt32(texts.count)
            texts.append(text)
        }
        self.codes = codes
        codebook = Codebook(texts)
    }

    /// A column of some of the values.
    func column(_ values: [ColumnValue?]) -> Column {
        switch pattern {
        case .codes:
            let stored = values.map { value in value.texts.first.flatMap(code).map { $0 + 1 } ?? 0 }
            return .codes(.words(Lane(stored)), codebook, sets: [])
        case .texts:
            var vector = TextVector()
            for value in values { vector.append(value.texts.first ?? "") }
            return .texts(bytes: Lane(vector.bytes), ends: Lane(vector.ends.map(UInt64.init)))
        case .integers(_, let meaning, _):
            return .integers(.longs(Lane(values.map(\.integer))), meaning, present: present(values))
        case .numbers:
            return .numbers(.doubles(Lane(values.map(\.number))), present: present(values))
        case .lists:
            var elements: [UInt32] = []
            let ends = values.map { value in
                elements += value.texts.compactMap(code)
                return UInt32(elements.count)
            }
            return .lists(ends: Lane(ends), codes: Lane(elements), codebook)
        }
    }

    private func code(_ text: String) -> UInt32? { codes[Array(text.utf8)] }

    private func present(_ values: [ColumnValue?]) -> BitmapLane? {
        guard values.contains(nil) else { return nil }
        var present = Bitmap(rows: values.count)
        for (row, value) in values.enumerated() where value != nil { present[row] = true }
        return BitmapLane(present)
    }
}

extension Column {
    /// The column with only some of its rows, in their order; a row beyond its end has no value.
    func keeping(_ rows: [Int]) -> Column {
        let values = rows.map { value(at: $0) }
        return ColumnMold(self, for: values).column(values)
    }

    /// The value of a row; none where the column ends before it.
    func value(at row: Int) -> ColumnValue? { row < count ? self[row] : nil }
}

extension BitmapLane {
    /// The set in memory of its own.
    init(_ bitmap: Bitmap) {
        self.init(rows: bitmap.rows, words: Lane(bitmap.words))
    }
}

extension ColumnValue? {
    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let texts): texts
        default: []
        }
    }

    fileprivate var integer: Int64 { if case .integer(let value, _) = self { value } else { 0 } }

    fileprivate var number: Double { if case .number(let value) = self { value } else { 0 } }
}
