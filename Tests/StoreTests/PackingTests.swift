import Columnar
import Testing

@testable import Store

struct PackingTests {
    @Test(arguments: [0, 1, 2, 63, 64, 65, 1023, 1024, 1025, 4096])
    func `integers of every width come back`(count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        for bits in 0...63 {
            let bound = Int64(truncatingIfNeeded: UInt64(1) << UInt64(bits)) &- 1
            let values = (0..<count).map { _ in Int64.random(in: min(0, bound)...max(0, bound), using: &generator) }
            #expect(try roundTrip(values) == values)
        }
    }

    @Test func `the extremes and slow climbs come back`() throws {
        let extremes: [Int64] = [.min, .max, 0, -1, 1, .max, .min]
        #expect(try roundTrip(extremes) == extremes)
        let climb = (0..<70_000).map { Int64(1_700_000_000_000 + $0 * 1000) }
        #expect(try roundTrip(climb) == climb)
    }

    @Test func `ids that count up cost next to nothing`() {
        let column = BlockColumn(BatchColumn(values: .integers((0..<65_536).map { Int64($0) + 900_000_000 })))
        #expect(column.bytes.count < 4096)
    }

    @Test func `texts, numbers, lists and gaps come back`() throws {
        var texts = TextVector()
        for text in ["", "Łódź", "a\"b", String(repeating: "x", count: 3000)] { texts.append(text) }
        let column = BlockColumn(BatchColumn(values: .texts(texts)))
        var read: [String] = []
        try column.bytes.withUnsafeBytes { bytes in
            try BlockColumnView(encoding: .texts, bytes: bytes).forEachText {
                read.append(String(decoding: $1, as: UTF8.self))
            }
        }
        #expect(read == (0..<texts.count).map { texts[$0] })

        let lists = BlockColumn(BatchColumn(values: .lists(ends: [0, 2, 2, 3], codes: [5, 7, 5], appended: [])))
        let parts = try lists.bytes.withUnsafeBytes { try BlockColumnView(encoding: .lists, bytes: $0).lists }
        #expect(parts.ends == [0, 2, 2, 3])
        #expect(parts.codes == [5, 7, 5])

        var present = Bitmap(rows: 3)
        present[1] = true
        let gappy = BlockColumn(BatchColumn(values: .numbers([0, 1.25, 0]), present: present))
        try gappy.bytes.withUnsafeBytes { bytes in
            let view = try BlockColumnView(encoding: .numbers, bytes: bytes)
            #expect(view.numbers == [0, 1.25, 0])
            #expect(view.present == present)
        }
    }

    @Test(arguments: [1, 64, 1000, 5000, 65_536], [0, 0.01, 0.3, 0.8, 1])
    func `rows without a value are left out and come back`(rows: Int, share: Double) throws {
        var generator = SeededGenerator(seed: UInt64(rows))
        var present = Bitmap(rows: rows)
        for row in 0..<rows where Double.random(in: 0..<1, using: &generator) < share { present[row] = true }
        let integers = (0..<rows).map { present[$0] ? Int64.random(in: -900...900, using: &generator) : 0 }
        let column = BlockColumn(BatchColumn(values: .integers(integers), present: present))
        try column.bytes.withUnsafeBytes { bytes in
            let view = try BlockColumnView(encoding: .integers, bytes: bytes)
            #expect(view.integers == integers)
            #expect(view.present == (present.count == rows ? nil : present))
            var read = [Int64](repeating: 0, count: rows)
            for mini in 0..<(rows + 1023) / 1024 {
                view.forEachInteger(inMini: mini) {
                    #expect($0 / 1024 == mini)
                    read[$0] = $1
                }
            }
            #expect(read == integers)
        }
        let codes = integers.indices.map { present[$0] ? UInt32(abs(integers[$0])) : Vector.missingCode }
        let coded = BlockColumn(BatchColumn(values: .codes(codes, appended: [])))
        let read = try coded.bytes.withUnsafeBytes { try BlockColumnView(encoding: .codes, bytes: $0).integers }
        #expect(read == codes.map { $0 == Vector.missingCode ? 0 : Int64($0) + 1 })
        if rows > 1000, share < 0.5 { #expect(coded.bytes.count < rows * 10 / 8 * 3 / 4) }
    }

    @Test func `decimals take bits, other numbers their eight bytes`() throws {
        let sizes = (0..<5000).map { 36 + Double($0 % 20) / 2 }
        let column = BlockColumn(BatchColumn(values: .numbers(sizes)))
        #expect(column.bytes.count < 5000)
        let others: [[Double]] = [sizes, [0.1, 0.2, 99.99], [-0.0, 0], [1 / 3, 1e300, -7], [1e15, 0.5], []]
        for numbers in others {
            let column = BlockColumn(BatchColumn(values: .numbers(numbers)))
            let read = try column.bytes.withUnsafeBytes { try BlockColumnView(encoding: .numbers, bytes: $0).numbers }
            #expect(read.map(\.bitPattern) == numbers.map(\.bitPattern))
        }
    }

    @Test func `cut bytes are refused`() {
        let column = BlockColumn(BatchColumn(values: .integers(Array(0..<5000))))
        for length in [0, 3, 8, 20, column.bytes.count / 2] {
            #expect(throws: StoreError.damagedBlock) {
                try Array(column.bytes[0..<length]).withUnsafeBytes { bytes in
                    _ = try BlockColumnView(encoding: .integers, bytes: bytes)
                }
            }
        }
    }

    private func roundTrip(_ values: [Int64]) throws -> [Int64] {
        let column = BlockColumn(BatchColumn(values: .integers(values)))
        return try column.bytes.withUnsafeBytes { try BlockColumnView(encoding: .integers, bytes: $0).integers }
    }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
