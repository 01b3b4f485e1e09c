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
