/// Small numbers, one a row, kept as a set of rows for each of their bits.
///
/// Which rows hold at most some number is then told by a few operations on 64 rows at a time.
struct BitSlices: Sendable {
    let rows: Int
    private let bits: Int
    /// The words of the lowest bit's set, then those of the next one.
    private let slices: LargeBuffer<UInt64>
    /// All bits that any number has; none is greater.
    private let bound: Int

    private var words: Int { (rows + 63) / 64 }

    /// Takes the number of every row, on two threads.
    ///
    /// - Parameters:
    ///   - rows: how many rows.
    ///   - bits: how many bits the numbers have, at most 8.
    ///   - number: the number of a row, below two to the power of `bits`.
    @inline(__always)
    init(rows: Int, bits: Int, number: @Sendable (Int) -> UInt8) {
        self.rows = rows
        self.bits = bits
        let words = (rows + 63) / 64
        let slices = LargeBuffer<UInt64>(count: words * bits)
        self.slices = slices
        let found = shared(2) { half in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { numbers in
                guard let base = numbers.baseAddress else { return 0 }
                var all = 0
                for word in half == 0 ? 0..<words / 2 : words / 2..<words {
                    let first = word << 6
                    for place in 0..<64 { base[place] = first + place < rows ? number(first + place) : 0 }
                    for bit in 0..<bits {
                        let set = packed(base, bit: UInt64(bit))
                        slices.values[bit * words + word] = set
                        if set != 0 { all |= 1 << bit }
                    }
                }
                return all
            }
        }
        bound = found.reduce(0, |)
    }

    /// The rows of a set whose number is at most `most`.
    ///
    /// - Precondition: the set covers as many rows.
    /// - Complexity: O(`rows` / 64 x bits)
    func rows(of set: Bitmap, upTo most: Int) -> Bitmap {
        precondition(set.rows == rows, "a set of another table")
        guard most < bound else { return set }
        var kept = set
        let words = words
        kept.withWords { kept in
            // What is more differs first in a bit that `most` lacks.
            for start in stride(from: 0, to: words, by: 64) {
                let end = min(start + 64, words)
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) { equal in
                    for place in 0..<(end - start) { equal[place] = .max }
                    for bit in (0..<bits).reversed() {
                        let slice = UnsafeBufferPointer(rebasing: slices.values[(bit * words)..<((bit + 1) * words)])
                        if most >> bit & 1 == 1 {
                            for place in start..<end { equal[place - start] &= slice[place] }
                        } else {
                            for place in start..<end {
                                kept[place] &= ~(equal[place - start] & slice[place])
                                equal[place - start] &= ~slice[place]
                            }
                        }
                    }
                }
            }
        }
        return kept
    }
}

/// One bit of sixty-four bytes as the bits of one word.
@inline(__always)
private func packed(_ bytes: UnsafePointer<UInt8>, bit: UInt64) -> UInt64 {
    var word: UInt64 = 0
    let eights = UnsafeRawPointer(bytes)
    for index in 0..<8 {
        let eight = UInt64(littleEndian: eights.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        let bits = (eight >> bit) & 0x0101_0101_0101_0101
        word |= ((bits &* 0x0102_0408_1020_4080) >> 56) << UInt64(index * 8)
    }
    return word
}
