import Columnar
import Customers
import Store

/// Finds how people call a profile.
struct ProfileNames: Sendable {
    private let population: Population
    private let identifierTraits: [(kind: String, trait: Column)]
    private let wholeNames: [Column]
    private let firstNames: [Column]
    private let lastNames: [Column]
    private let cities: [Column]

    /// Headers under which files bring names and cities.
    private static let whole = ["name", "full_name", "customer_name", "имя_фамилия", "фио", "imie_nazwisko"]
    private static let first = ["first_name", "firstname", "given_name", "имя", "imię", "imie"]
    private static let last = ["last_name", "lastname", "surname", "family_name", "фамилия", "nazwisko"]
    static let city = ["city", "town", "город", "miasto"]

    init(_ state: WorkspaceState) {
        population = state.population
        let traits = population.traits
        let kinds = state.cache.identifierKinds.sorted { (Self.rank($0), $0) < (Self.rank($1), $1) }
        identifierTraits = kinds.flatMap { kind in
            state.cache.traits(holding: kind).compactMap { name in traits[name].map { (kind, $0.current) } }
        }
        let columns = { (names: [String]) in
            names.compactMap { name in traits.first { $0.key.lowercased() == name }?.value.current }
        }
        wholeNames = columns(Self.whole)
        firstNames = columns(Self.first)
        lastNames = columns(Self.last)
        cities = columns(Self.city)
    }

    /// Ids come before addresses.
    private static func rank(_ kind: String) -> Int {
        switch kind {
        case "email": 2
        case "phone": 3
        default: kind.hasSuffix("id") ? 0 : 1
        }
    }

    /// The identifiers of a record, the most telling first.
    func identifiers(of record: Int) -> [Identifier] {
        var found: [Identifier] = []
        for (kind, column) in identifierTraits {
            guard let text = column[record]?.text else { continue }
            let identifier = Identifier(kind: kind, value: text)
            if !found.contains(identifier) { found.append(identifier) }
        }
        return found
    }

    /// The name of a record, or what identifies it where it has none.
    func name(of record: Int) -> String {
        let text = { (columns: [Column]) in columns.lazy.compactMap { $0[record]?.text }.first }
        if let whole = text(wholeNames) { return whole }
        let parts = [text(firstNames), text(lastNames)].compactMap(\.self)
        guard parts.isEmpty else { return parts.joined(separator: " ") }
        return identifiers(of: record).first?.value ?? "#\(record)"
    }

    func city(of record: Int) -> String? { cities.lazy.compactMap { $0[record]?.text }.first }

    /// Columns of text in which a person is looked for.
    static func searched(_ state: WorkspaceState) -> [String] {
        let names = whole + first + last + city
        let identifiers = state.cache.identifierKinds.flatMap { state.cache.traits(holding: $0) }
        return state.population.traits.keys.filter { names.contains($0.lowercased()) || identifiers.contains($0) }
            .sorted()
    }
}

extension ColumnValue {
    /// The value as text.
    var text: String {
        switch self {
        case .text(let text): text
        case .integer(let integer, .date): CivilDate(dayNumber: Int32(clamping: integer)).description
        case .integer(let integer, .timestamp): Instant(milliseconds: integer).description
        case .integer(let integer, .boolean): integer == 0 ? "false" : "true"
        case .integer(let integer, _): "\(integer)"
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
        case .list(let texts): texts.joined(separator: "|")
        }
    }

    /// The value as the rest of the program knows it.
    var value: Value {
        switch self {
        case .text(let text): .text(text)
        case .integer(let integer, .integer): .integer(integer)
        case .integer(let integer, .boolean): .boolean(integer != 0)
        case .integer(let integer, .date): .date(CivilDate(dayNumber: Int32(clamping: integer)))
        case .integer(let integer, .timestamp): .timestamp(Instant(milliseconds: integer))
        case .integer(let integer, .money): .money(integer)
        case .number(let number): .number(number)
        case .list(let texts): .list(texts)
        }
    }
}
