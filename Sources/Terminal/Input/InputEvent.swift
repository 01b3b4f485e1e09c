/// What came from the terminal.
public enum InputEvent: Hashable, Sendable {
    case key(Key)
    case mouse(Mouse)
    /// Text pasted: no control characters but newlines and tabs, and how many bytes were dropped beyond the cap.
    case paste(String, droppedBytes: Int)
    /// The colour of the terminal's own background, 0xRRGGBB: its answer to `OSC 11`.
    case background(UInt32)
    /// Whether the terminal window has gained or lost the focus.
    case focus(Bool)
}

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
