import Columnar

/// A generator of random numbers that gives the same ones for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

/// The runs that kernels are tried on: every length around the edges of two words, alone and behind a whole word.
let runs: [Range<Int>] = (0...130).map { 0..<$0 } + (0...130).map { 64..<(64 + $0) }

extension Mask {
    /// The rows by a plain loop.
    var members: [Int] { rows.filter { self[$0] } }
}

extension Bitmap {
    /// The rows by a plain loop.
    var members: [Int] { (0..<rows).filter { self[$0] } }
}

/// A set with random members.
func randomSet(rows: Int, _ random: inout SeededGenerator) -> Columnar.BitmapLane {
    var bitmap = Bitmap(rows: rows)
    for row in 0..<rows where Bool.random(using: &random) { bitmap[row] = true }
    return BitmapLane(rows: rows, words: Lane(bitmap.words))
}

/// A mask with random members.
func randomMask(_ rows: Range<Int>, _ random: inout SeededGenerator) -> Mask {
    var mask = Mask(rows: rows)
    for row in rows where Bool.random(using: &random) { mask.insert(row) }
    return mask
}
