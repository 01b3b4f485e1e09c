import Columnar

/// How the bytes of a column of a block are to be read.
enum BlockEncoding: Int, Sendable {
    /// Packed integers.
    case integers = 1
    /// Packed codes; 0 is a row without a value, *c* + 1 the store's code *c*.
    case codes = 2
    /// Eight bytes a number, or packed integers where all are decimals of few places.
    case numbers = 3
    /// Packed lengths, then the bytes of all texts.
    case texts = 4
    /// Packed numbers of elements, then packed codes.
    case lists = 5
}

/// What the first byte of a column of a block says.
struct BlockFlags: OptionSet, Sendable {
    let rawValue: UInt8

    /// A bitmap of the rows with a value follows the header.
    static let hasGaps = BlockFlags(rawValue: 1)
    /// Only the rows with a value are in the body.
    static let leavesGapsOut = BlockFlags(rawValue: 2)
    /// Numbers are packed integers that were divided by a power of ten, the scale.
    static let holdsDecimals = BlockFlags(rawValue: 4)
}

/// One column of a block as bytes.
///
/// Layout, little-endian: a byte of flags, a byte for the scale, two spare bytes, four bytes for the number of rows, the bitmap in
/// words of eight bytes where flags say so, then what the encoding says. The scale is the power of ten by which integers were divided: 3
/// where all are whole thousands, as times of whole seconds are, else 0; and that by which numbers were multiplied where they are decimals.
struct BlockColumn {
    let encoding: BlockEncoding
    let bytes: [UInt8]

    static let headerBytes = 8
    /// The powers of ten by which numbers are tried.
    static let powers: [Double] = [1, 10, 100, 1000, 10_000]

    /// Encodes a column whose codes are the store's own.
    init(_ column: BatchColumn) {
        var bytes = [UInt8](repeating: 0, count: Self.headerBytes)
        let rows = column.values.count
        bytes.withUnsafeMutableBytes {
            $0.storeBytes(of: UInt32(rows).littleEndian, toByteOffset: 4, as: UInt32.self)
        }
        var flags: BlockFlags = []
        var kept: Bitmap?
        if let present = Self.gaps(of: column), present.count < rows {
            flags = .hasGaps
            for word in present.words { Self.append(word, to: &bytes) }
            if column.values.isPacked { kept = present }
        }
        if kept != nil { flags.insert(.leavesGapsOut) }
        encoding = Self.append(column.values, keeping: kept, to: &bytes, &flags)
        bytes[0] = flags.rawValue
        self.bytes = bytes
    }

    /// The rows with a value where it is worth while to tell them: for codes, which can tell by themselves, where an eighth has none.
    private static func gaps(of column: BatchColumn) -> Bitmap? {
        guard case .codes(let codes, _) = column.values else { return column.present }
        let missing = codes.withUnsafeBufferPointer { codes in
            // A narrow sum lets the compiler count many codes at once.
            var missing: UInt32 = 0
            for code in codes { missing &+= code == Vector.missingCode ? 1 : 0 }
            return Int(missing)
        }
        guard missing > codes.count / 8 else { return nil }
        var present = Bitmap(rows: codes.count)
        present.withWords { words in
            for row in codes.indices where codes[row] != Vector.missingCode { words[row >> 6] |= 1 << UInt64(row & 63) }
        }
        return present
    }

    private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func append(
        _ values: Vector, keeping kept: Bitmap?, to bytes: inout [UInt8], _ flags: inout BlockFlags
    ) -> BlockEncoding {
        switch values {
        case .integers(let integers):
            let integers = keeping(kept, of: integers)
            let scale: UInt8 = !integers.isEmpty && integers.allSatisfy { $0 % 1000 == 0 } ? 3 : 0
            bytes[1] = scale
            pack(scale == 3 ? integers.map { $0 / 1000 } : integers, to: &bytes)
            return .integers
        case .codes(let codes, _):
            pack(keeping(kept, of: codes).map { $0 == Vector.missingCode ? 0 : Int64($0) + 1 }, to: &bytes)
            return .codes
        case .numbers(let numbers):
            let numbers = keeping(kept, of: numbers)
            if let (scale, integers) = decimals(numbers) {
                bytes[1] = UInt8(scale)
                flags.insert(.holdsDecimals)
                pack(integers, to: &bytes)
            } else {
                for number in numbers { append(number.bitPattern, to: &bytes) }
            }
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

    private static func keeping<Element>(_ rows: Bitmap?, of values: [Element]) -> [Element] {
        guard let rows else { return values }
        var kept: [Element] = []
        kept.reserveCapacity(rows.count)
        rows.forEach { kept.append(values[$0]) }
        return kept
    }

    /// Numbers as integers times a power of ten, where that gives back the very same numbers.
    private static func decimals(_ numbers: [Double]) -> (scale: Int, integers: [Int64])? {
        for (scale, power) in powers.enumerated() {
            let fits = numbers.allSatisfy { number in
                let scaled = (number * power).rounded()
                return abs(scaled) < 1e15 && scaled / power == number && (number != 0 || number.sign == .plus)
            }
            if fits { return (scale, numbers.map { Int64(($0 * power).rounded()) }) }
        }
        return nil
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

extension Vector {
    /// Whether rows without a value can be left out of the body.
    fileprivate var isPacked: Bool {
        switch self {
        case .integers, .numbers, .codes: true
        case .texts, .lists: false
        }
    }
}
