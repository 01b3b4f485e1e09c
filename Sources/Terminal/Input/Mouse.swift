/// A turn of the mouse.
public struct Mouse: Hashable, Sendable {
    /// What the mouse did.
    public enum Kind: Hashable, Sendable {
        case press(Button)
        case release(Button)
        case drag(Button)
        case wheelUp, wheelDown
    }

    /// A button, as a right-handed mouse has it.
    public enum Button: Int, Hashable, Sendable {
        case left, middle, right
    }

    /// What it did.
    public var kind: Kind
    /// From the top left corner, 0 based.
    public var position: Position
    /// Keys held meanwhile.
    public var modifiers: Modifiers

    /// Makes a turn of the mouse.
    public init(kind: Kind, position: Position, modifiers: Modifiers = []) {
        self.kind = kind
        self.position = position
        self.modifiers = modifiers
    }
}
