import Columnar

/// How the bytes of a column of a block are to be read.
enum BlockEncoding: Int, Sendable {
    /// Packed integers.
    case integers = 1
    /// Packed codes; 0 is a row without a value, *c* + 1 the store's code *c*.
    case codes = 2
    /// Eight bytes a number.
    case numbers = 3
    /// Packed lengths, then the bytes of all texts.
    case texts = 4
    /// Packed numbers of elements, then packed codes.
    case lists = 5
}

/// One column of a block as bytes.
///
/// Layout, little-endian: a byte of flags (1: a bitmap of the rows with a value follows), a byte for the scale, two spare bytes,
/// four bytes for the number of rows, the bitmap in words of eight bytes, then what the encoding says. The scale is the power
/// of ten by which integers were divided: 3 where all are whole thousands, as times of whole seconds are, else 0.
struct BlockColumn {
    let encoding: BlockEncoding
    let bytes: [UInt8]

    static let headerBytes = 8

    /// Encodes a column whose codes are the store's own.
    init(_ column: BatchColumn) {
        var bytes = [UInt8](repeating: 0, count: Self.headerBytes)
        let rows = column.values.count
        bytes.withUnsafeMutableBytes {
            $0.storeBytes(of: UInt32(rows).littleEndian, toByteOffset: 4, as: UInt32.self)
        }
        if let present = column.present, present.count < rows {
            bytes[0] = 1
            for word in present.words { Self.append(word, to: &bytes) }
        }
        encoding = Self.append(column.values, to: &bytes)
        self.bytes = bytes
    }

    private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func append(_ values: Vector, to bytes: inout [UInt8]) -> BlockEncoding {
        switch values {
        case .integers(let integers):
            let scale: UInt8 = !integers.isEmpty && integers.allSatisfy { $0 % 1000 == 0 } ? 3 : 0
            bytes[1] = scale
            pack(scale == 3 ? integers.map { $0 / 1000 } : integers, to: &bytes)
            return .integers
        case .codes(let codes, _):
            pack(codes.map { $0 == Vector.missingCode ? 0 : Int64($0) + 1 }, to: &bytes)
            return .codes
        case .numbers(let numbers):
            for number in numbers { append(number.bitPattern, to: &bytes) }
            return .numbers
        case .texts(let texts):
            pack((0..<texts.count).map { Int64(texts.range(of: $0).count) }, to: &bytes)
            bytes.append(contentsOf: texts.bytes)
            return .texts
        case .lists(let ends, let codes, _):
            pack(ends.indices.map { Int64(ends[$0]) - Int64($0 == 0 ? 0 : ends[$0 - 1]) }, to: &bytes)
            pack(codes.map { Int64($0) }, to: &bytes)
            return .lists
        }
    }

    private static func pack(_ values: [Int64], to bytes: inout [UInt8]) {
        let lengthPlace = bytes.count
        append(0, to: &bytes)
        let start = bytes.count
        values.withUnsafeBufferPointer { PackedIntegers.append($0, to: &bytes) }
        let length = UInt64(bytes.count - start)
        bytes.withUnsafeMutableBytes {
            $0.storeBytes(of: length.littleEndian, toByteOffset: lengthPlace, as: UInt64.self)
        }
    }
}
