/// The hash by which rows, ids and identifiers are known again; it may never change.
///
/// Words of eight bytes are folded in by a multiplication and a rotation, and the whole is finished as in SplitMix64
/// (Steele, Lea and Flood 2014).
public enum KeyHash {
    /// The hash of some bytes.
    public static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count) &* 0xFF51_AFD7_ED55_8CCD
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        while place + 8 <= raw.count {
            fold(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)), into: &state)
            place += 8
        }
        if place < raw.count {
            var rest: UInt64 = 0
            for index in place..<raw.count { rest |= UInt64(raw[index]) << UInt64((index - place) * 8) }
            fold(rest, into: &state)
        }
        return finish(state)
    }

    /// The hash of a text.
    public static func hash(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { hash($0) }
    }

    /// The key of the n-th of several rows that are alike, from 1.
    static func occurrence(_ number: Int, of hash: UInt64) -> UInt64 {
        number == 1 ? hash : finish(hash &+ UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
    }

    @inline(__always)
    private static func fold(_ word: UInt64, into state: inout UInt64) {
        state = (state ^ word) &* 0xBF58_476D_1CE4_E5B9
        state = state << 27 | state >> 37
    }

    private static func finish(_ value: UInt64) -> UInt64 {
        var bits = value
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

/// An integer as its canonical decimal text, or none: no sign, no leading zero, less than 2^63.
func canonicalInteger(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard !text.isEmpty, text.count <= 19, text[0] != UInt8(ascii: "0") || text.count == 1 else { return nil }
    var value: Int64 = 0
    for byte in text {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !overflow, !carry else { return nil }
        value = sum
    }
    return value
}
