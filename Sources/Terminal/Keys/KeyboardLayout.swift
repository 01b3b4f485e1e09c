/// A keyboard layout whose letters are read as the Latin ones on the same keys, outside text fields.
public enum KeyboardLayout: String, Hashable, Sendable, CaseIterable {
    /// ЙЦУКЕН of Russian, with the letters that Ukrainian and Belarusian put in its places.
    case jcuken
    /// The Bulgarian state standard.
    case bulgarian
    case bulgarianPhonetic = "bulgarian-phonetic"
    case greek

    /// The key of a Latin layout at the same place; none for a key that this layout does not move.
    public func latin(_ key: Key) -> Key? {
        guard case .character(let character) = key else { return nil }
        return latin[character].map(Key.character)
    }

    private var latin: [Character: Character] {
        switch self {
        case .jcuken: Self.jcukenLetters
        case .bulgarian: Self.bulgarianLetters
        case .bulgarianPhonetic: Self.phoneticLetters
        case .greek: Self.greekLetters
        }
    }

    private static let jcukenLetters = pairs([
        ("йцукенгшщзхъ", "qwertyuiop[]"), ("фывапролджэ", "asdfghjkl;'"), ("ячсмитьбю", "zxcvbnm,."),
        ("ЙЦУКЕНГШЩЗХЪ", "QWERTYUIOP{}"), ("ФЫВАПРОЛДЖЭ", "ASDFGHJKL:\""), ("ЯЧСМИТЬБЮ", "ZXCVBNM<>"),
        ("ёЁ№", "`~#"), ("іїєІЇЄўЎ", "s]'S}\"oO"),
    ])

    private static let bulgarianLetters = pairs([
        ("уеишщксдзц", "wertyuiop["), ("ьяаожгтнвмч", "asdfghjkl;'"), ("юйъэфхпрлб", "zxcvbnm,./"),
        ("УЕИШЩКСДЗЦ", "WERTYUIOP{"), ("ЬЯАОЖГТНВМЧ", "ASDFGHJKL:\""), ("ЮЙЪЭФХПРЛБ", "ZXCVBNM<>?"),
    ])

    private static let phoneticLetters = pairs([
        ("явертъуиопшщ", "qwertyuiop[]"), ("асдфгхйкл", "asdfghjkl"), ("зьцжбнм", "zxcvbnm"), ("чю", "`\\"),
        ("ЯВЕРТЪУИОПШЩ", "QWERTYUIOP{}"), ("АСДФГХЙКЛ", "ASDFGHJKL"), ("ЗЦЖБНМ", "ZCVBNM"),
    ])

    private static let greekLetters = pairs([
        ("ςερτυθιοπ", "wertyuiop"), ("ασδφγηξκλ", "asdfghjkl"), ("ζχψωβνμ", "zxcvbnm"),
        ("ΕΡΤΥΘΙΟΠ", "ERTYUIOP"), ("ΑΣΔΦΓΗΞΚΛ", "ASDFGHJKL"), ("ΖΧΨΩΒΝΜ", "ZXCVBNM"),
    ])

    private static func pairs(_ rows: [(String, String)]) -> [Character: Character] {
        var letters: [Character: Character] = [:]
        for (own, latin) in rows {
            for (letter, key) in zip(own, latin) { letters[letter] = key }
        }
        return letters
    }
}
