import Glibc

/// Why the screen could not be opened.
public enum TerminalError: Error, Hashable, Sendable {
    /// Input or output is a file or a pipe.
    case notATerminal
    /// There is no description for the asked terminal type, nor for any that could stand in.
    case unknownTerminal(String)
    /// A call of the system failed.
    case system(call: String, number: Int32)
}

extension TerminalError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notATerminal:
            "The screen needs a terminal for input and output; name a command to work without one."
        case .unknownTerminal(let name):
            "There is no description of the terminal ‘\(name)’; install the package ncurses-term or set TERM."
        case .system(let call, let number):
            "The terminal refused \(call): \(String(cString: strerror(number)))."
        }
    }
}
