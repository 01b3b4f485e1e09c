public import Customers
public import Phrases

/// What is wrong with a mapping.
public enum MappingFault: Phrased, Hashable {
    case unknownColumn(String, nearest: String?)
    case unknownWord(String, of: Word, known: [String])
    /// The sign between fields or elements is neither a word for one nor one ASCII sign.
    case unknownSign(String, of: Word, names: [String])
    case badFormat(String, column: String)
    case badConstant(target: String, type: ValueType)
    /// Two columns are stored under one name.
    case sameTarget(String)
    /// A column that says when something happened has a type that is no time.
    case noTime(column: String, type: ValueType)
    case badScale(Int, column: String)

    /// What a word of a mapping is about.
    public enum Word: Hashable, Sendable, CaseIterable {
        case kind, role, type, encoding, delimiter, separator
    }
}

extension MappingFault: CustomStringConvertible {
    public var description: String { phrase.description }

    public var phrase: Phrase {
        switch self {
        case .unknownColumn(let name, let nearest?):
            Phrase(
                "mapping.wrong.column.near",
                "The mapping names a column ‘%1’ that the file does not have; did you mean ‘%2’?", name, nearest)
        case .unknownColumn(let name, nil):
            Phrase(
                "mapping.wrong.column", "The mapping names a column ‘%1’ that the file does not have.", name)
        case .unknownWord(let word, let what, let known):
            Self.unknown(word, what, known: Phrase(verbatim: known.joined(separator: ", ")))
        case .unknownSign(let sign, let what, let names):
            Self.unknown(
                sign, what,
                known: names.isEmpty
                    ? Phrase("mapping.sign", "one ASCII sign")
                    : Phrase("mapping.sign.named", "%1, one ASCII sign", names.joined(separator: ", ")))
        case .badFormat(let format, let column):
            Phrase(
                "mapping.wrong.format",
                "The date format ‘%1’ of ‘%2’ is not understood; write it as in dd.MM.yyyy HH:mm:ss.", format, column)
        case .badConstant(let target, let type):
            Phrase("mapping.wrong.constant", "The constant for ‘%1’ is not %2.", target).with(type.noun)
        case .sameTarget(let target):
            Phrase(
                "mapping.wrong.target",
                "Two columns would be stored as ‘%1’; give one of them another name.", target)
        case .noTime(let column, let type):
            Phrase("mapping.wrong.time", "‘%1’ cannot be the time and %2 at once.", column).with(type.noun)
        case .badScale(let scale, let column):
            Phrase("mapping.wrong.scale", "The scale %1 of ‘%2’ is not between 0 and 6.", "\(scale)", column)
        }
    }

    private static func unknown(_ text: String, _ what: Word, known: Phrase) -> Phrase {
        Phrase("mapping.wrong.word", "The mapping's %2 ‘%1’ is not known; there are %3.", text)
            .with(what.phrase, known)
    }
}

extension MappingFault.Word {
    /// What the word is about, as a part of a sentence.
    fileprivate var phrase: Phrase {
        switch self {
        case .kind: Phrase("mapping.word.kind", "kind")
        case .role: Phrase("mapping.word.role", "role")
        case .type: Phrase("mapping.word.type", "type")
        case .encoding: Phrase("mapping.word.encoding", "encoding")
        case .delimiter: Phrase("mapping.word.delimiter", "delimiter")
        case .separator: Phrase("mapping.word.separator", "separator")
        }
    }
}
