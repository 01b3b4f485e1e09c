/// Reads files in which each byte is a character, as UTF-8.
final class SingleByteDecoder {
    private let upper: [Unicode.Scalar]
    private var buffer: [UInt8] = []

    /// - Returns: nil for UTF-8, which needs no decoding.
    init?(_ encoding: TextEncoding) {
        switch encoding {
        case .utf8: return nil
        case .windows1250: upper = Self.windows1250
        case .windows1251: upper = Self.windows1251
        }
    }

    /// Reads at most `count` bytes of UTF-8, at least one unless the file is at its end.
    func read(
        from file: InputFile, into target: UnsafeMutablePointer<UInt8>, count: Int
    ) throws(IntakeError) -> Int {
        let wanted = max(1, count / 3)
        let failure: IntakeError?
        (buffer, failure) = Self.bytes(of: file, wanted)
        if let failure { throw failure }
        return write(to: target)
    }

    /// A third of the room, since a character takes three bytes of UTF-8 at most.
    private static func bytes(of file: InputFile, _ wanted: Int) -> ([UInt8], IntakeError?) {
        var failure: IntakeError?
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
            do throws(IntakeError) {
                initialized = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
                initialized = 0
            }
        }
        return (bytes, failure)
    }

    private func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
        var written = 0
        for byte in buffer {
            if byte < 0x80 {
                target[written] = byte
                written += 1
            } else {
                for unit in UTF8.encode(upper[Int(byte) - 0x80]) ?? UTF8.encodedReplacementCharacter {
                    target[written] = unit
                    written += 1
                }
            }
        }
        return written
    }

    /// The characters 0x80 to 0xFF; those without one are shown as replacement characters.
    private static let windows1250 = Array(
        """
        €\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
        ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
        """.unicodeScalars)
    private static let windows1251 = Array(
        """
        ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
        АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя
        """.unicodeScalars)
}
