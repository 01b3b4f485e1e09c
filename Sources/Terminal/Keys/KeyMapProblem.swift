/// What is wrong with the keys of a configuration.
public enum KeyMapProblem: Error, Hashable, Sendable {
    case unknownAction(String, suggestion: String?)
    case unknownKey(String, action: String)
    /// The key cannot be told from another, or is taken by the terminal.
    case reservedKey(String, action: String)
    /// Two actions want the key where both hold; `kept` has it.
    case conflict(KeySequence, kept: Action, lost: Action)
}

extension KeyMapProblem: CustomStringConvertible {
    /// One sentence that names the place, the reason and the way out.
    public var description: String {
        switch self {
        case .unknownAction(let name, let suggestion?):
            "There is no action ‘\(name)’ to bind; did you mean ‘\(suggestion)’?"
        case .unknownAction(let name, nil): "There is no action ‘\(name)’ to bind; the help page (?) lists them all."
        case .unknownKey(let name, let action):
            "‘\(name)’, given for ‘\(action)’, names no key; names are like a, ^S, F5, PgUp, g d."
        case .reservedKey(let name, let action):
            "‘\(name)’, given for ‘\(action)’, cannot be bound: terminals send it for another key or not at all."
        case .conflict(let keys, let kept, let lost):
            "‘\(keys)’ is bound to both ‘\(kept.rawValue)’ and ‘\(lost.rawValue)’; ‘\(kept.rawValue)’ has it."
        }
    }
}
