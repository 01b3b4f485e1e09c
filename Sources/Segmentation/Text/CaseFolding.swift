/// Unicode's full case folding, from the case mappings that the standard library has.
///
/// Lower, then upper, then lower again maps to one text all that differ by case alone, with one exception: the dotless
/// "ı", whose upper case is "I", folds to itself.
struct CaseFolding: Sendable {
    static let shared = CaseFolding()

    /// The scalars below `limit` that are one scalar when folded, which is nearly all of them; 0 for others.
    private let single: [UInt32]
    private static let limit: UInt32 = 0x600

    private init() {
        single = (0..<Self.limit).map { value in
            guard let scalar = Unicode.Scalar(value) else { return 0 }
            let folded = Self.mapped(scalar)
            return folded.count == 1 ? folded.first?.value ?? 0 : 0
        }
    }

    /// The folded form of a scalar: one scalar or more.
    func folded(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        if scalar.value < Self.limit, let folded = Unicode.Scalar(single[Int(scalar.value)]), folded.value != 0 {
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
