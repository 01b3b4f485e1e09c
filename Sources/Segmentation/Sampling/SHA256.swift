/// The hash SHA-256 of FIPS 180-4, for messages of a few dozen bytes.
package struct SHA256: Sendable {
    private var state = SIMD8<UInt32>(
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

    /// Hashes a message.
    package init(_ message: [UInt8]) {
        var padded = message
        padded.reserveCapacity(message.count + 72)
        padded.append(0x80)
        while padded.count % 64 != 56 { padded.append(0) }
        let bits = UInt64(message.count) * 8
        for shift: UInt64 in [56, 48, 40, 32, 24, 16, 8, 0] { padded.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        padded.withUnsafeBufferPointer { bytes in
            Self.constants.withUnsafeBufferPointer { constants in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
                    for start in stride(from: 0, to: bytes.count, by: 64) {
                        Self.schedule(bytes, from: start, words)
                        take(words, constants)
                    }
                }
            }
        }
    }

    /// The 32 bytes of the hash.
    package var bytes: [UInt8] {
        (0..<8).flatMap { index in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: state[index] >> $0) } }
    }

    /// The first eight bytes as a number, the first the most significant.
    var prefix: UInt64 { UInt64(state[0]) << 32 | UInt64(state[1]) }

    /// Makes the 64 words of a block of 64 bytes.
    private static func schedule(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ words: UnsafeMutableBufferPointer<UInt32>
    ) {
        for index in 0..<16 {
            let place = start + index * 4
            let (first, second) = (UInt32(bytes[place]) << 24, UInt32(bytes[place + 1]) << 16)
            words[index] = first | second | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
        }
        for index in 16..<64 {
            let (near, far) = (words[index - 15], words[index - 2])
            let first = near.rotated(7) ^ near.rotated(18) ^ near >> 3
            let second = far.rotated(17) ^ far.rotated(19) ^ far >> 10
            words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
        }
    }

    private mutating func take(
        _ words: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let choice = (e & f) ^ (~e & g)
            let first = h &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ choice
            let added = first &+ constants[index] &+ words[index]
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let second = (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ majority
            (h, g, f, e) = (g, f, e, d &+ added)
            (d, c, b, a) = (c, b, a, added &+ second)
        }
        state = state &+ SIMD8(a, b, c, d, e, f, g, h)
    }

    /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

extension UInt32 {
    @inline(__always)
    fileprivate func rotated(_ bits: UInt32) -> UInt32 { self &>> bits | self &<< (32 &- bits) }
}
