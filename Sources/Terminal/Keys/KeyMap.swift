/// Which keys ask for what; one for the whole program.
public struct KeyMap: Hashable, Sendable {
    /// All bindings, in the order of the help page.
    public let bindings: [Binding]
    /// Whose letters are read as Latin ones outside text fields.
    public var layout = KeyboardLayout.jcuken
    private let actions: [Scope: [KeySequence: Action]]
    private let prefixes: Set<Key>

    /// What keys mean.
    public enum Match: Hashable, Sendable {
        case action(Action)
        /// The start of a longer sequence: show its `menu`.
        case prefix
        case nothing
    }

    /// Where two bindings share a key in one scope the first one has it.
    public init(bindings: [Binding], layout: KeyboardLayout = .jcuken) {
        self.bindings = bindings
        self.layout = layout
        var actions: [Scope: [KeySequence: Action]] = [:]
        for binding in bindings {
            for sequence in binding.sequences where actions[binding.scope]?[sequence] == nil {
                actions[binding.scope, default: [:]][sequence] = binding.action
            }
        }
        self.actions = actions
        prefixes = Set(bindings.flatMap(\.sequences).filter { $0.keys.count > 1 }.compactMap(\.keys.first))
    }

    /// The map that the program comes with.
    public static let standard = KeyMap(bindings: Binding.standard)

    /// The standard map with `h` and `l` as arrows.
    public static let vim = KeyMap(
        bindings: Binding.standard.map { binding in
            switch binding.action {
            case .left: Binding(.left, binding.sequences + [KeySequence([.character("h")])])
            case .right: Binding(.right, binding.sequences + [KeySequence([.character("l")])])
            default: binding
            }
        })

    /// What the keys pressed so far ask for.
    ///
    /// One key, or a prefix and the key after it. What holds everywhere holds in each scope too. While a text field has
    /// the focus, a key that it may use is nothing here.
    public func match(_ keys: [Key], in scope: Scope = .everywhere, isTyping: Bool = false) -> Match {
        guard let last = keys.last, !(isTyping && last.belongsToText) else { return .nothing }
        let found = find(keys, in: scope)
        guard found == .nothing else { return found }
        let latin = keys.map { layout.latin($0) ?? $0 }
        return latin == keys ? .nothing : find(latin, in: scope)
    }

    /// The keys of an action, the preferred one first; empty for one without.
    public func sequences(for action: Action) -> [KeySequence] {
        bindings.filter { $0.action == action }.flatMap(\.sequences)
    }

    /// What the keys after a prefix ask for, in the order of the help page.
    public func menu(after prefix: Key) -> [(key: Key, action: Action)] {
        bindings.flatMap { binding in
            binding.sequences.compactMap { sequence in
                sequence.keys.count == 2 && sequence.keys[0] == prefix ? (sequence.keys[1], binding.action) : nil
            }
        }
    }

    private func find(_ keys: [Key], in scope: Scope) -> Match {
        let sequence = KeySequence(keys)
        if let action = actions[scope]?[sequence] ?? actions[.everywhere]?[sequence] { return .action(action) }
        return keys.count == 1 && prefixes.contains(keys[0]) ? .prefix : .nothing
    }
}

extension Key {
    /// Whether a text field may use the key.
    var belongsToText: Bool {
        switch self {
        case .character, .backspace, .delete, .left, .right, .home, .end: true
        case .control(let letter): "aekuwr_".contains(letter)
        case .modified(let key, _): key.belongsToText
        default: false
        }
    }
}
