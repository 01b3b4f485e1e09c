import Glibc
public import Terminal

/// How the screen is to be opened, from the environment and the configuration.
public struct ScreenOptions: Hashable, Sendable {
    /// The terminal type, as `TERM` names it.
    public var terminal: String?
    /// The most colours to use, however many the terminal has; `direct` must be asked for.
    public var depth = ColorDepth.indexed
    /// Whether frames are marked, so that the terminal shows each at once.
    public var synchronizes = true
    /// What the terminal shall report.
    public var modes: TerminalModes = [.mouse, .paste, .title]

    public init(terminal: String?) {
        self.terminal = terminal
    }

    /// What the environment says: `TERM`, and no colours where `NO_COLOR` is set to anything.
    public static func environment() -> ScreenOptions {
        var options = ScreenOptions(terminal: variable("TERM"))
        if variable("NO_COLOR") != nil { options.depth = .mono }
        return options
    }
}

/// A variable of the environment, none when it is empty.
func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}
