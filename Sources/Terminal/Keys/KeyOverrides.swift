extension KeyMap {
    /// The map with other keys for some actions, and what could not be done.
    ///
    /// Overrides are names of actions and for each the names of its keys; `none` stands for no key.
    public func overriding(_ overrides: [String: [String]]) -> (map: KeyMap, problems: [KeyMapProblem]) {
        var problems: [KeyMapProblem] = []
        var replaced: [Action: [KeySequence]] = [:]
        for (name, keys) in overrides.sorted(by: { $0.key < $1.key }) {
            guard let action = Action(rawValue: name) else {
                let suggestion = Action.allCases.map(\.rawValue).first { $0.hasPrefix(name) || name.hasPrefix($0) }
                problems.append(.unknownAction(name, suggestion: suggestion))
                continue
            }
            replaced[action] = keys.filter { $0 != "none" }.compactMap { key in
                guard let sequence = KeySequence(key) else {
                    problems.append(.unknownKey(key, action: name))
                    return nil
                }
                guard !sequence.keys.contains(where: \.isReserved) else {
                    problems.append(.reservedKey(key, action: name))
                    return nil
                }
                return sequence
            }
        }
        let changed = bindings.map { binding in
            replaced[binding.action].map { Binding(binding.action, $0, scope: binding.scope) } ?? binding
        }
        let (settled, conflicts) = Self.settle(changed, preferring: Set(replaced.keys))
        return (KeyMap(bindings: settled, layout: layout), problems + conflicts)
    }

    /// Keys that two bindings share where both hold.
    public var conflicts: [KeyMapProblem] { Self.settle(bindings, preferring: []).conflicts }

    /// Gives each shared key to one binding: a preferred action first, else the first in order.
    private static func settle(
        _ bindings: [Binding], preferring preferred: Set<Action>
    ) -> (bindings: [Binding], conflicts: [KeyMapProblem]) {
        var settled = bindings
        var conflicts: [KeyMapProblem] = []
        var owners: [(sequence: KeySequence, binding: Binding)] = []
        let order = bindings.indices.sorted { first, second in
            let isFirst = preferred.contains(bindings[first].action)
            let isSecond = preferred.contains(bindings[second].action)
            return isFirst == isSecond ? first < second : isFirst
        }
        for index in order {
            settled[index].sequences = bindings[index].sequences.filter { sequence in
                let owner = owners.first { $0.sequence.collides(with: sequence) && $0.binding.meets(bindings[index]) }
                guard let owner else { return true }
                conflicts.append(.conflict(sequence, kept: owner.binding.action, lost: bindings[index].action))
                return false
            }
            owners += settled[index].sequences.map { ($0, bindings[index]) }
        }
        return (settled, conflicts)
    }
}

extension Binding {
    /// Whether there is a screen where both hold.
    fileprivate func meets(_ other: Binding) -> Bool {
        scope == other.scope || scope == .everywhere || other.scope == .everywhere
    }
}

extension KeySequence {
    /// Whether one is the other or its start.
    fileprivate func collides(with other: KeySequence) -> Bool {
        keys.starts(with: other.keys) || other.keys.starts(with: keys)
    }
}

extension Key {
    /// Whether the key must not be bound: terminals cannot tell it from another, or keep it.
    fileprivate var isReserved: Bool {
        switch self {
        case .control(let letter): "hijm[q\\".contains(letter)
        case .modified(_, let modifiers): modifiers.contains(.alt)
        default: false
        }
    }
}
