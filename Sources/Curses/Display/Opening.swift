import CNcurses
import Glibc

/// What there is to work with.
public enum Opening {
    /// A terminal that draws.
    case screen(CursesTerminal)
    /// The terminal cannot place its cursor: speak in plain sentences.
    case linear
}

extension CursesTerminal {
    /// Takes the terminal of standard input and output.
    ///
    /// Call `EventLoop.blockSignals` first.
    public static func open(_ options: ScreenOptions = .environment()) throws(TerminalError) -> Opening {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let drawsUnicode = screen_set_locale()
        guard let type = try TerminalType.choose(options.terminal) else { return .linear }
        return .screen(try CursesTerminal(type, options, drawsUnicode: drawsUnicode))
    }
}

/// A terminal type that was asked for, and the one that is drawn for instead.
public struct Fallback: Hashable, Sendable {
    /// Empty if none was named.
    public let asked: String
    /// The type whose sequences are sent.
    public let used: String
}

/// What became of a frame.
public enum Delivery: Hashable, Sendable {
    /// Nothing differs from what is shown, so nothing was sent.
    case unchanged
    /// The bytes of the frame; some may still wait, see `CursesTerminal.congestion`.
    case written(bytes: Int)
    /// The line takes nothing now: the frame is skipped, show the newest one once it does.
    case held
}
