/// What a terminal can be told to report or keep while the screen is up.
public struct TerminalModes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Clicks and the wheel, in the SGR form; motion stays off, as it costs bytes.
    public static let mouse = TerminalModes(rawValue: 1)
    /// Marks around pasted text.
    public static let paste = TerminalModes(rawValue: 2)
    /// Whether the window has the focus.
    public static let focus = TerminalModes(rawValue: 4)
    /// The window's title is ours, and the old one comes back.
    public static let title = TerminalModes(rawValue: 8)

    /// Turns these on.
    var entering: String {
        text { $0.on }
    }

    /// Turns these off.
    var leaving: String {
        text { $0.off }
    }

    private static let sequences: [(mode: TerminalModes, on: String, off: String)] = [
        (.mouse, "\u{1B}[?1000h\u{1B}[?1006h", "\u{1B}[?1006l\u{1B}[?1000l"),
        (.paste, "\u{1B}[?2004h", "\u{1B}[?2004l"),
        (.focus, "\u{1B}[?1004h", "\u{1B}[?1004l"),
        (.title, "\u{1B}[22;2t", "\u{1B}[23;2t"),
    ]

    private func text(_ part: ((mode: TerminalModes, on: String, off: String)) -> String) -> String {
        Self.sequences.filter { contains($0.mode) }.map(part).joined()
    }
}
