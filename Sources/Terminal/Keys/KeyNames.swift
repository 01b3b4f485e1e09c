extension Key {
    /// The name that hints show and the configuration reads: `^S`, `Enter`, `Shift-Tab`, `a`.
    public var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(" "): "^Space"
        case .control(let character): "^\(character.uppercased())"
        case .function(let number): "F\(number)"
        case .modified(let key, let modifiers): modifiers.name + key.name
        default: Self.names.first { $0.key == self }?.name ?? ""
        }
    }

    /// Reads a name, in any case: `^s` or `ctrl-s`, `pgup` or `page-up`; none for what is no key.
    public init?(name: some StringProtocol) {
        if name.count == 1, let character = name.first {
            self = .character(character)
            return
        }
        let lowered = name.lowercased()
        if let key = (Self.names + Self.otherNames).first(where: { $0.name.lowercased() == lowered })?.key {
            self = key
        } else if lowered.first == "f", let number = Int(lowered.dropFirst()), (1...63).contains(number) {
            self = .function(number)
        } else if lowered.first == "^", lowered.count == 2, let character = lowered.last {
            self = .control(character)
        } else {
            self.init(modifiedName: name)
        }
    }

    /// Reads `alt-x`, `ctrl-left`, `shift-f5`.
    private init?(modifiedName name: some StringProtocol) {
        guard let dash = name.dropLast().firstIndex(of: "-"), let key = Key(name: name[name.index(after: dash)...])
        else {
            return nil
        }
        switch (name[..<dash].lowercased(), key) {
        case ("ctrl", .character(let character)): self = .control(Character(character.lowercased()))
        case ("ctrl", _): self = key.adding(.control)
        case ("shift", .character): return nil
        case ("shift", _): self = key.adding(.shift)
        case ("alt", _): self = key.adding(.alt)
        default: return nil
        }
    }

    private func adding(_ modifiers: Modifiers) -> Key {
        guard case .modified(let key, let others) = self else { return with(modifiers) }
        return key.with(others.union(modifiers))
    }

    private static let names: [(key: Key, name: String)] = [
        (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "Shift-Tab"), (.backspace, "Backspace"),
        (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"),
        (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"),
    ]

    private static let otherNames: [(key: Key, name: String)] = [
        (.character(" "), "space"), (.control(" "), "^space"), (.control(" "), "ctrl-space"), (.enter, "return"),
        (.escape, "escape"), (.delete, "delete"), (.insert, "insert"), (.pageUp, "page-up"), (.pageUp, "pageup"),
        (.pageDown, "page-down"), (.pageDown, "pagedown"), (.backTab, "back-tab"),
    ]
}

extension Modifiers {
    fileprivate var name: String {
        (contains(.control) ? "Ctrl-" : "") + (contains(.alt) ? "Alt-" : "") + (contains(.shift) ? "Shift-" : "")
    }
}
