/// Sixty-four answers, a byte each, as the bits of one word.
///
/// The multiplication moves the lowest bit of byte *i* to bit 56 + *i*; no two of its partial sums meet.
@inlinable
@inline(__always)
func packed(_ answers: UnsafePointer<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    let eights = UnsafeRawPointer(answers)
    for index in 0..<8 {
        let eight = UInt64(littleEndian: eights.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        word |= ((eight &* 0x0102_0408_1020_4080) >> 56) << UInt64(index * 8)
    }
    return word
}

/// Sets the bit of every row for which `answer` gives 1, beside the bits that are set already.
///
/// Inlined into each scan with its own `answer`, so that the loop over 64 rows can use vector instructions.
///
/// - Parameters:
///   - rows: how many rows.
///   - words: a bit a row, the first row the lowest bit of the first word.
///   - answer: 1 or 0 for a row, counted from 0.
@inlinable
@inline(__always)
func setBits(rows: Int, of words: UnsafeMutableBufferPointer<UInt64>, where answer: (Int) -> UInt8) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { answers in
        guard let base = answers.baseAddress else { return }
        for index in 0..<(rows >> 6) {
            let first = index << 6
            for place in 0..<64 { base[place] = answer(first + place) }
            words[index] |= packed(base)
        }
        for row in (rows & ~63)..<rows {
            words[row >> 6] |= UInt64(answer(row)) << UInt64(row & 63)
        }
    }
}
