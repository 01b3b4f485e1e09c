/// A scalar of UTF-8 of which some bytes have come.
struct PendingScalar: Hashable, Sendable {
    private var value: UInt32 = 0
    private var left = 0
    private var least: UInt32 = 0

    var isStarted: Bool { left > 0 }

    /// Starts with a lead byte; false where it is none.
    mutating func start(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: (value, left, least) = (UInt32(byte & 0x1F), 1, 0x80)
        case 0xE0...0xEF: (value, left, least) = (UInt32(byte & 0x0F), 2, 0x800)
        case 0xF0...0xF4: (value, left, least) = (UInt32(byte & 0x07), 3, 0x10000)
        default: return false
        }
        return true
    }

    /// Takes a continuation byte.
    ///
    /// - Returns: the scalar once it is whole, the replacement character for a malformed one.
    mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
        value = value << 6 | UInt32(byte & 0x3F)
        left -= 1
        guard left == 0 else { return nil }
        return value >= least ? Unicode.Scalar(value) ?? "\u{FFFD}" : "\u{FFFD}"
    }

    mutating func drop() {
        left = 0
    }
}
