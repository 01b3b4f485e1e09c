/// The UTF-8 of a text without the differences that a comparison ignores: case and canonical equivalence.
///
/// Full case folding, then normal form C: "STRASSE", "Straße" and "straẞe" are one text, so are "É" in one scalar and in
/// two; "Ё" and "Е" stay different. Folding is not of any language: "I" is "i", and the Turkish "ı" is neither.
public struct FoldedText: Hashable, Sendable {
    /// The UTF-8; its order is that of the scalars.
    public private(set) var bytes: [UInt8]

    public init(_ text: String) {
        bytes = []
        var text = text
        text.withUTF8 { appendFolded($0, to: &bytes) }
    }

    init(folding utf8: UnsafeBufferPointer<UInt8>) {
        bytes = []
        appendFolded(utf8, to: &bytes)
    }
}

/// Appends the folded form of UTF-8 to bytes.
///
/// - Complexity: O(*n*), at about a nanosecond a byte for ASCII.
func appendFolded(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return appendFoldedScalars(utf8, to: &bytes) }
    bytes.reserveCapacity(bytes.count + utf8.count)
    for byte in utf8 {
        let isUpper = byte &- 0x41 < 26
        bytes.append(isUpper ? byte | 0x20 : byte)
    }
}

private func appendFoldedScalars(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var folded = String.UnicodeScalarView()
    var isNormal = true
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
        for part in CaseFolding.shared.folded(scalar) {
            folded.append(part)
            isNormal = isNormal && part.isNormalAnywhere
        }
    }
    let text = String(folded)
    bytes.append(contentsOf: isNormal ? Array(text.utf8) : Array(canonicallyComposed(text).utf8))
}

extension Unicode.Scalar {
    /// Whether normal form C keeps the scalar whatever stands beside it, for the scripts that files mostly hold.
    ///
    /// A scalar that may join with the one before it, or changes by itself, is not.
    fileprivate var isNormalAnywhere: Bool {
        switch value {
        case 0..<0x300, 0x388..<0x483, 0x48A..<0x530, 0x4E00..<0xA000: true
        default: false
        }
    }
}
