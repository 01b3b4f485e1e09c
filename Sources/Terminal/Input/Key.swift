/// A key that was pressed.
///
/// What a terminal cannot tell apart is one key: `^I` is Tab, `^M` is Enter, `^[` is Escape, `^H` is Backspace.
public enum Key: Hashable, Sendable {
    /// A character as the layout gave it, Shift included.
    case character(Character)
    /// Control with a Latin letter in lower case, a space, or one of `\ ] ^ _`.
    case control(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 and on.
    case function(Int)
    /// A key held with others; Shift and Control of a character are never here.
    indirect case modified(Key, Modifiers)
}

extension Key {
    /// The key held with others; itself without any.
    public func with(_ modifiers: Modifiers) -> Key {
        guard !modifiers.isEmpty else { return self }
        if self == .tab, modifiers == .shift { return .backTab }
        return .modified(self, modifiers)
    }
}
