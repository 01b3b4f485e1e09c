/// A language of the interface.
public enum Language: String, Hashable, Sendable, CaseIterable {
    case english = "en"
    case russian = "ru"
    case polish = "pl"

    /// The language of a POSIX locale such as `pl_PL.UTF-8`; English for one that there is no catalogue for.
    public init(locale: String) {
        self = Language(rawValue: String(locale.prefix(2)).lowercased()) ?? .english
    }

    /// How many forms a text that depends on a number has.
    public var formCount: Int { self == .english ? 2 : 3 }

    /// Which form goes with a whole number, by the plural rules of the Unicode CLDR: one, (few,) other.
    public func form(for count: Int) -> Int {
        let count = count.magnitude
        let isTeen = (11...14).contains(count % 100)
        let isFew = (2...4).contains(count % 10) && !isTeen
        switch self {
        case .english: return count == 1 ? 0 : 1
        case .russian: return count % 10 == 1 && !isTeen ? 0 : isFew ? 1 : 2
        case .polish: return count == 1 ? 0 : isFew ? 1 : 2
        }
    }
}
