public import Phrases

/// What is wrong with the keys of a configuration.
public enum KeyMapProblem: Phrased, Hashable {
    case unknownAction(String, suggestion: String?)
    case unknownKey(String, action: String)
    /// The key cannot be told from another, or is taken by the terminal.
    case reservedKey(String, action: String)
    /// Two actions want the key where both hold; `kept` has it.
    case conflict(KeySequence, kept: Action, lost: Action)
}

extension KeyMapProblem: CustomStringConvertible {
    public var description: String { phrase.description }

    /// One sentence that names the place, the reason and the way out.
    public var phrase: Phrase {
        switch self {
        case .unknownAction(let name, let suggestion?):
            Phrase(
                "keys.wrong.action.near", "There is no action ‘%1’ to bind; did you mean ‘%2’?", name, suggestion)
        case .unknownAction(let name, nil):
            Phrase(
                "keys.wrong.action", "There is no action ‘%1’ to bind; the help page (?) lists them all.", name)
        case .unknownKey(let name, let action):
            Phrase(
                "keys.wrong.key", "‘%1’, given for ‘%2’, names no key; names are like a, ^S, F5, PgUp, g d.", name,
                action)
        case .reservedKey(let name, let action):
            Phrase(
                "keys.wrong.reserved",
                "‘%1’, given for ‘%2’, cannot be bound: terminals send it for another key or not at all.", name, action)
        case .conflict(let keys, let kept, let lost):
            Phrase(
                "keys.wrong.conflict", "‘%1’ is bound to both ‘%2’ and ‘%3’; ‘%2’ has it.", keys.description,
                kept.rawValue, lost.rawValue)
        }
    }
}
