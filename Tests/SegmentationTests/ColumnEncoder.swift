import Columnar
import Customers

/// Lays values of one type out as a column; several columns of one encoder share their codebook.
struct ColumnEncoder {
    let type: ValueType
    let isCoded: Bool
    private let codes: [String: Int]
    private let codebook: Codebook

    init(_ type: ValueType, isCoded: Bool, texts values: [Value?]) {
        self.type = type
        self.isCoded = isCoded
        // Keyed by bytes: texts that are canonically equivalent are distinct in a file.
        var codes: [String: Int] = [:]
        var texts: [String] = []
        for text in values.flatMap(\.texts) where codes[text.bytesKey] == nil {
            codes[text.bytesKey] = texts.count
            texts.append(text)
        }
        self.codes = codes
        codebook = Codebook(texts)
    }

    mutating func column(_ values: [Value?], _ random: inout SeededGenerator) -> Column {
        switch type {
        case .text: isCoded ? coded(values, &random) : laid(values)
        case .list: lists(values)
        case .number: .numbers(numbers(values.map(\.number), &random), present: present(values))
        default: .integers(integers(values.map(\.integer), &random), meaning, present: present(values))
        }
    }

    private var meaning: Meaning {
        switch type {
        case .boolean: .boolean
        case .date: .date
        case .timestamp: .timestamp
        case .money: .money
        default: .integer
        }
    }

    private func code(_ value: Value?) -> UInt32 {
        value.texts.first.flatMap { codes[$0.bytesKey] }.map { UInt32($0 + 1) } ?? 0
    }

    private func coded(_ values: [Value?], _ random: inout SeededGenerator) -> Column {
        let stored = values.map(code)
        let lane: CodeLane =
            switch random.number(0...2) {
            case 0: .bytes(Lane(stored.map(UInt8.init)))
            case 1: .halves(Lane(stored.map(UInt16.init)))
            default: .words(Lane(stored))
            }
        let sets =
            random.chance(0.4)
            ? (0..<codebook.count).map { code in
                Columnar.BitmapLane(
                    rows: values.count,
                    words: Lane(Bitmap(rows: values.count, where: { Int(stored[$0]) == code + 1 }).words))
            } : []
        return .codes(lane, codebook, sets: sets)
    }

    private func laid(_ values: [Value?]) -> Column {
        var bytes: [UInt8] = []
        let ends = values.map { value in
            bytes += Array((value.texts.first ?? "").utf8)
            return UInt64(bytes.count)
        }
        return .texts(bytes: Lane(bytes), ends: Lane(ends))
    }

    private func lists(_ values: [Value?]) -> Column {
        var elements: [UInt32] = []
        let ends = values.map { value in
            elements += value.texts.compactMap { codes[$0.bytesKey].map(UInt32.init) }
            return UInt32(elements.count)
        }
        return .lists(ends: Lane(ends), codes: Lane(elements), codebook)
    }

    private func numbers(_ values: [Double], _ random: inout SeededGenerator) -> NumberLane {
        let distinct = Set(values).sorted()
        guard random.chance(0.5), distinct.count <= 256 else { return .doubles(Lane(values)) }
        let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, UInt8($0)) })
        return .places(Lane(values.map { places[$0] ?? 0 }), of: Lane(distinct))
    }

    private func integers(_ values: [Int64], _ random: inout SeededGenerator) -> IntegerLane {
        switch random.number(0...4) {
        case 4 where values.allSatisfy { $0 % 1000 == 0 && Int32(exactly: $0 / 1000) != nil }:
            .thousands(Lane(values.map { Int32($0 / 1000) }))
        case 0 where values.allSatisfy { Int8(exactly: $0) != nil }: .bytes(Lane(values.map(Int8.init)))
        case 0...1 where values.allSatisfy { Int16(exactly: $0) != nil }: .halves(Lane(values.map(Int16.init)))
        case 0...2 where values.allSatisfy { Int32(exactly: $0) != nil }: .words(Lane(values.map(Int32.init)))
        default: .longs(Lane(values))
        }
    }

    private func present(_ values: [Value?]) -> BitmapLane? {
        guard values.contains(nil) else { return nil }
        return lane(Bitmap(rows: values.count, where: { values[$0] != nil }))
    }
}

extension Value? {
    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let texts): texts
        default: []
        }
    }

    fileprivate var number: Double {
        if case .number(let number) = self { number } else { 0 }
    }

    fileprivate var integer: Int64 {
        switch self {
        case .integer(let value), .money(let value): value
        case .boolean(let value): value ? 1 : 0
        case .date(let date): Int64(date.dayNumber)
        case .timestamp(let instant): instant.milliseconds
        default: 0
        }
    }
}

extension String {
    /// The same for texts of the same bytes alone.
    fileprivate var bytesKey: String { utf8.map { String($0) }.joined(separator: " ") }
}
