/// Integers in mini-blocks of 1,024, each with its own reference and width, or as differences where those are smaller.
///
/// Layout, little-endian: for every mini-block 24 bytes (first value or minimum, least difference, offset of its bits from
/// the start of the packed part, width, mode), then the bits. One mini-block is read without the others.
enum PackedIntegers {
    static let miniBlock = 1024
    private static let entryBytes = 24

    private enum Mode: UInt8 {
        case reference = 0
        case difference = 1
    }

    /// Appends the packed form of values.
    static func append(_ values: UnsafeBufferPointer<Int64>, to bytes: inout [UInt8]) {
        let count = (values.count + miniBlock - 1) / miniBlock
        let directory = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count * entryBytes))
        let packed = bytes.count
        var scratch = [UInt64](repeating: 0, count: miniBlock)
        for mini in 0..<count {
            let start = mini * miniBlock
            let slice = UnsafeBufferPointer(rebasing: values[start..<min(start + miniBlock, values.count)])
            let offset = bytes.count - packed
            let entry = pack(slice, scratch: &scratch, to: &bytes)
            bytes.withUnsafeMutableBytes { buffer in
                let at = directory + mini * entryBytes
                buffer.storeBytes(of: entry.base.littleEndian, toByteOffset: at, as: Int64.self)
                buffer.storeBytes(of: entry.least.littleEndian, toByteOffset: at + 8, as: Int64.self)
                buffer.storeBytes(of: UInt32(offset).littleEndian, toByteOffset: at + 16, as: UInt32.self)
                buffer[at + 20] = UInt8(entry.width)
                buffer[at + 21] = entry.mode.rawValue
            }
        }
    }

    private static func pack(
        _ slice: UnsafeBufferPointer<Int64>, scratch: inout [UInt64], to bytes: inout [UInt8]
    ) -> (base: Int64, least: Int64, width: Int, mode: Mode) {
        var minimum = slice[0]
        var maximum = slice[0]
        var least = Int64.max
        var most = Int64.min
        for index in slice.indices {
            minimum = min(minimum, slice[index])
            maximum = max(maximum, slice[index])
            guard index > 0 else { continue }
            let difference = slice[index] &- slice[index - 1]
            least = min(least, difference)
            most = max(most, difference)
        }
        if slice.count == 1 { (least, most) = (0, 0) }
        let referenceWidth = BitPacking.width(of: UInt64(bitPattern: maximum &- minimum))
        let differenceWidth = BitPacking.width(of: UInt64(bitPattern: most &- least))
        let usesDifferences = differenceWidth < referenceWidth
        for index in slice.indices {
            let value =
                usesDifferences
                ? (index == 0 ? 0 : slice[index] &- slice[index - 1] &- least)
                : slice[index] &- minimum
            scratch[index] = UInt64(bitPattern: value)
        }
        let width = usesDifferences ? differenceWidth : referenceWidth
        scratch.withUnsafeBufferPointer {
            BitPacking.append(UnsafeBufferPointer(rebasing: $0[0..<slice.count]), width: width, to: &bytes)
        }
        return usesDifferences
            ? (slice[0], least, width, .difference) : (minimum, 0, width, .reference)
    }

    /// Calls `body` with the place and the value of each of `rows` integers whose packed form begins at `source`.
    @inline(__always)
    static func forEach(at source: UnsafeRawPointer, rows: Int, _ body: (Int, Int64) -> Void) {
        for mini in 0..<((rows + miniBlock - 1) / miniBlock) {
            forEach(inMini: mini, at: source, rows: rows, body)
        }
    }

    /// Calls `body` with the place and the value of each integer of one mini-block.
    @inline(__always)
    static func forEach(
        inMini mini: Int, at source: UnsafeRawPointer, rows: Int, _ body: (Int, Int64) -> Void
    ) {
        let directory = (rows + miniBlock - 1) / miniBlock * entryBytes
        let entry = source + mini * entryBytes
        let base = Int64(littleEndian: entry.loadUnaligned(as: Int64.self))
        let least = Int64(littleEndian: entry.loadUnaligned(fromByteOffset: 8, as: Int64.self))
        let offset = Int(UInt32(littleEndian: entry.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
        let width = Int(entry.load(fromByteOffset: 20, as: UInt8.self))
        let start = mini * miniBlock
        let count = min(miniBlock, rows - start)
        let bits = source + directory + offset
        if entry.load(fromByteOffset: 21, as: UInt8.self) == Mode.reference.rawValue {
            BitPacking.forEach(at: bits, count: count, width: width) { index, value in
                body(start + index, base &+ Int64(bitPattern: value))
            }
        } else {
            var current = base
            BitPacking.forEach(at: bits, count: count, width: width) { index, value in
                if index > 0 { current = current &+ least &+ Int64(bitPattern: value) }
                body(start + index, current)
            }
        }
    }
}
