import CNcurses

/// The kind of terminal that is drawn for.
struct TerminalType: Hashable {
    let name: String
    /// The type that was asked for, when another one stands in for it.
    var asked: String?

    /// Decides what to draw as.
    ///
    /// - Returns: none for a terminal that cannot place its cursor, which is for the linear mode.
    static func choose(_ asked: String?) throws(TerminalError) -> TerminalType? {
        if let asked, asked != "unknown" {
            switch screen_type(asked) {
            case 1: return TerminalType(name: asked)
            case 0: return nil
            default: break
            }
        }
        for name in ["xterm-256color", "vt100"] where screen_type(name) == 1 {
            return TerminalType(name: name, asked: asked ?? "")
        }
        throw .unknownTerminal(asked ?? "")
    }

    /// The same terminal with direct colour, if there is a description of it.
    var direct: TerminalType? {
        let family = String(name.prefix { $0 != "-" })
        for name in ["\(name)-direct", "\(family)-direct", "xterm-direct"] where screen_type(name) == 1 {
            return TerminalType(name: name, asked: asked)
        }
        return nil
    }

    /// Whether it takes private modes, titles and the clipboard: all but consoles and the old hardware.
    var isModern: Bool {
        let old = ["linux", "dumb", "ansi", "cons25", "sun", "wyse", "tvi"]
        if old.contains(where: name.hasPrefix) { return false }
        let digit = name.dropFirst(2).first
        return !(name.hasPrefix("vt") && digit.map(\.isNumber) == true)
    }
}
