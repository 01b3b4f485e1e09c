import CNcurses

/// The bytes that give the terminal back, ready for a signal handler.
struct LeaveSequence {
    let bytes: [UInt8]

    /// Reads the capabilities of the terminal that ncurses was opened for.
    init(modes: TerminalModes, synchronizes: Bool) {
        var bytes: [UInt8] = []
        if synchronizes { bytes += Array(Synchronization.end.utf8) }
        bytes += Array(modes.leaving.utf8)
        bytes += Self.capability("sgr0") + Self.capability("op")
        let main = Self.capability("rmcup")
        // Without a second screen the one there is must be left clean.
        bytes += main.isEmpty ? Self.capability("clear") : main
        // curses narrows the scroll region; after the change of screen, as some keep one saved cursor for both.
        if !Self.capability("csr").isEmpty { bytes += Array("\u{1B}7\u{1B}[r\u{1B}8".utf8) }
        bytes += Self.capability("cnorm") + Self.capability("sgr0")
        self.bytes = bytes
    }

    private static func capability(_ name: String) -> [UInt8] {
        [UInt8](room: 128) { screen_capability(name, $0, $1) }
    }
}

/// Mode 2026: the terminal shows nothing between these two.
enum Synchronization {
    static let start = "\u{1B}[?2026h"
    static let end = "\u{1B}[?2026l"
}
