public import Phrases

/// One line of help: keys and what they do.
public struct HelpEntry: Hashable, Sendable {
    /// Names of the keys; several alternatives are parted by two blanks.
    public let keys: String
    /// What they do.
    public let words: Phrase
    /// The action behind the words.
    public let action: Action
}

extension KeyMap {
    /// The hints for the bottom line: the preferred key of each action and its short word.
    ///
    /// Actions without a key are left out. A screen may give an action a word of its own: Enter opens `people`.
    public func hints(_ actions: [Action], words: [Action: Phrase] = [:]) -> [HelpEntry] {
        actions.compactMap { action in
            guard let sequence = sequences(for: action).first else { return nil }
            return HelpEntry(keys: sequence.description, words: words[action] ?? action.hint, action: action)
        }
    }

    /// The help page of a screen: what holds there alone, then what holds everywhere, each in the order of the table.
    ///
    /// The actions are what the screen can do; none stands for all.
    public func help(in scope: Scope = .everywhere, actions: Set<Action>? = nil) -> [HelpEntry] {
        let own = scope == .everywhere ? [] : bindings.filter { $0.scope == scope }
        return (own + bindings.filter { $0.scope == .everywhere }).compactMap { binding in
            guard !binding.sequences.isEmpty, actions?.contains(binding.action) ?? true else { return nil }
            let keys = binding.sequences.map(\.description).joined(separator: "  ")
            return HelpEntry(keys: keys, words: binding.action.title, action: binding.action)
        }
    }
}
