/// Unicode's full case folding, from the case mappings that the standard library has.
///
/// Lower, then upper, then lower again maps to one text all that differ by case alone, with one exception: the dotless
/// "ı", whose upper case is "I", folds to itself.
struct CaseFolding: Sendable {
    static let shared = CaseFolding()

    /// The folded scalar of each scalar below U+0600; 0 where it folds to several, or where normal form C might join it
    /// with a neighbour or change it.
    let quick: [UInt16]

    private init() {
        quick = (0..<0x600).map { value in
            guard let scalar = Unicode.Scalar(UInt32(value)), scalar.isNormalAnywhere else { return 0 }
            let folded = Self.mapped(scalar)
            guard let only = folded.first, folded.count == 1, only.isNormalAnywhere else { return 0 }
            return UInt16(only.value)
        }
    }

    /// The folded form of a scalar: one scalar or more.
    func folded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        if scalar.value < quick.count, let folded = Unicode.Scalar(quick[Int(scalar.value)]), folded.value != 0 {
            return String.UnicodeScalarView(CollectionOfOne(folded))
        }
        return Self.mapped(scalar)
    }

    private static func mapped(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        guard scalar != "ı" else { return String.UnicodeScalarView(CollectionOfOne(scalar)) }
        var result = String.UnicodeScalarView()
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
            for upper in lower.properties.uppercaseMapping.unicodeScalars {
                result.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether normal form C keeps the scalar whatever stands before it: those of Latin, Greek and Cyrillic texts that
    /// are no marks and no singletons.
    fileprivate var isNormalAnywhere: Bool {
        switch value {
        case 0..<0x300, 0x388..<0x483, 0x48A..<0x530: true
        default: false
        }
    }
}
