import Customers

/// A mapping whose words were understood and whose columns were found.
struct Decisions {
    let kind: FileKind?
    /// The role of columns, by position, where the mapping says one.
    private(set) var roles: [Int: Role] = [:]
    private(set) var columns: [(position: Int, mapping: Mapping.Column)] = []
    /// Whether the mapping lists the identifiers, so that none is guessed.
    let replacesIdentifiers: Bool

    init(_ mapping: Mapping, headers: [String]) throws(IntakeError) {
        kind = try mapping.fileKind()
        replacesIdentifiers = !mapping.identifiers.isEmpty
        for column in mapping.columns {
            let position = try Self.position(column.header, in: headers)
            columns.append((position, column))
            if let words = column.role { roles[position] = try Self.role(words) }
        }
        for identifier in mapping.identifiers {
            let position = try Self.position(identifier.header, in: headers)
            roles[position] = .identifier(kind: HeaderWords.normal(identifier.kind))
        }
        if let time = mapping.time { roles[try Self.position(time, in: headers)] = .time }
        for header in mapping.ignore { roles[try Self.position(header, in: headers)] = .ignored }
    }

    static func role(_ words: String) throws(IntakeError) -> Role {
        guard let role = Role(words: words) else {
            let known = ["key", "event name", "time", "property", "ignored", "identifier KIND"]
            throw .mapping(.unknownWord(words, of: .role, known: known))
        }
        return role
    }

    static func type(_ word: String) throws(IntakeError) -> ValueType {
        guard let type = ValueType(rawValue: word.lowercased()) else {
            throw .mapping(.unknownWord(word, of: .type, known: ValueType.allCases.map(\.rawValue)))
        }
        return type
    }

    /// The column of a name, spelled as in the file or nearly so.
    private static func position(_ name: String, in headers: [String]) throws(IntakeError) -> Int {
        if let position = headers.firstIndex(of: name) { return position }
        let word = HeaderWords.normal(name)
        let alike = headers.indices.filter { HeaderWords.normal(headers[$0]) == word }
        if alike.count == 1, !word.isEmpty { return alike[0] }
        throw .mapping(.unknownColumn(name, nearest: NearestName.of(name, among: headers)))
    }
}

extension Mapping {
    func fileKind() throws(IntakeError) -> FileKind? {
        guard let kind else { return nil }
        guard let known = FileKind(named: kind) else {
            throw .mapping(.unknownWord(kind, of: .kind, known: FileKind.allCases.map(\.rawValue)))
        }
        return known
    }

    func textEncoding() throws(IntakeError) -> TextEncoding {
        guard let encoding else { return .utf8 }
        let word = HeaderWords.normal(encoding)
        if let known = TextEncoding.allCases.first(where: { HeaderWords.normal($0.rawValue) == word }) { return known }
        if word == "utf8" || word == "ascii" { return .utf8 }
        if word == "cp1250" || word == "cp1251" { return word == "cp1250" ? .windows1250 : .windows1251 }
        throw .mapping(.unknownWord(encoding, of: .encoding, known: TextEncoding.allCases.map(\.rawValue)))
    }

    func delimiterByte() throws(IntakeError) -> UInt8? {
        guard let delimiter else { return nil }
        guard let byte = Dialect.delimiter(named: delimiter) else {
            throw .mapping(.unknownSign(delimiter, of: .delimiter, names: Dialect.delimiterNames.map(\.name)))
        }
        return byte
    }
}
