/// The texts of the interface in one language.
public struct Catalogue: Hashable, Sendable {
    /// The language of the texts.
    public let language: Language
    private let forms: [String: [String]]

    /// Makes a catalogue.
    ///
    /// - Parameters:
    ///   - language: picks among the forms of a text that depends on a number.
    ///   - forms: by key; one form, or one for each number form of the language.
    public init(_ language: Language, forms: [String: [String]]) {
        self.language = language
        self.forms = forms
    }

    /// Makes a catalogue of several parts, none of which has a key of another.
    init(_ language: Language, parts: [String: [String]]...) {
        self.init(language, forms: parts.reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } })
    }

    /// The English that stands beside the code.
    public static let english = Catalogue(.english, forms: [:])

    /// The catalogue of a language.
    public init(of language: Language) {
        switch language {
        case .english: self = .english
        case .russian: self = .russian
        case .polish: self = .polish
        }
    }

    /// The keys that the catalogue has.
    public var keys: Set<String> { Set(forms.keys) }

    /// The forms of a key; none where the catalogue lacks it.
    public func forms(of key: String) -> [String]? { forms[key] }

    /// The text in this language, in English where the catalogue lacks it.
    public func text(_ phrase: Phrase) -> String {
        guard let forms = forms[phrase.key], let first = forms.first else { return phrase.description }
        let index = phrase.count.map(language.form(for:)) ?? 0
        return Phrase.fill(
            index < forms.count ? forms[index] : first, with: phrase.arguments + phrase.parts.map { text($0) })
    }
}
