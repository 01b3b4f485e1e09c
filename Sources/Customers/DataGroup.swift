/// The four groups into which what is known of a customer falls.
public enum DataGroup: String, Hashable, Sendable, CaseIterable {
    /// Who somebody is: names, addresses, numbers of cards and accounts.
    case identification
    /// Where somebody stands in life: age, sex, family, place, language, work.
    case socioDemographic = "socio-demographic"
    /// What can be counted or measured: amounts, dates, sizes, yes and no.
    case quantitative
    /// Interests, tastes and opinions, in words.
    case qualitative

    /// The group of a trait, from its name and the type of its values.
    ///
    /// - `isIdentifier`: whether the trait holds identifiers.
    public init(trait name: String, type: ValueType, isIdentifier: Bool = false) {
        let words = Set(name.lowercased().split { !$0.isLetter }.map(String.init))
        if isIdentifier || type != .boolean && !words.isDisjoint(with: Self.namingWords) {
            self = .identification
        } else if !words.isDisjoint(with: Self.socialWords) {
            self = .socioDemographic
        } else {
            switch type {
            case .text, .list: self = .qualitative
            default: self = .quantitative
            }
        }
    }

    private static let namingWords: Set<String> = [
        "name", "surname", "firstname", "lastname", "email", "phone", "address", "street", "card", "passport", "login",
        "username", "имя", "фамилия", "отчество", "фио", "телефон", "адрес", "imie", "imię", "nazwisko", "telefon",
        "adres",
    ]

    private static let socialWords: Set<String> = [
        "age", "birth", "birthday", "gender", "sex", "marital", "children", "child", "family", "household", "city",
        "town", "country", "region", "state", "postcode", "zip", "language", "locale", "zone", "timezone",
        "nationality", "education",
        "occupation", "job", "profession", "income", "возраст", "пол", "город", "страна", "регион", "язык", "дети",
        "wiek", "plec", "płeć", "miasto", "kraj", "wojewodztwo", "województwo", "jezyk", "język", "dzieci",
    ]
}
