import CNcurses
import Glibc

/// Writes to the terminal and never waits for it.
///
/// A slow line takes a part; the rest is kept until it takes more, so that no frame is ever cut short.
struct FrameWriter {
    private let display: Int32
    private var rest: ArraySlice<UInt8> = []

    init(display: Int32) {
        self.display = display
    }

    /// Whether something waits for the line.
    var isBehind: Bool { !rest.isEmpty }

    /// Whether the line takes anything now.
    var isReady: Bool {
        var line = pollfd(fd: display, events: Int16(POLLOUT), revents: 0)
        return poll(&line, 1, 0) > 0
    }

    /// Writes in one call what the line takes of the bytes.
    mutating func send(_ bytes: [UInt8]) {
        if isBehind {
            rest += bytes
        } else {
            rest = bytes[...]
        }
        flush()
    }

    /// Writes what was left behind.
    ///
    /// - Returns: whether all is gone; a line that is dead takes everything.
    @discardableResult
    mutating func flush() -> Bool {
        guard isBehind else { return true }
        let written = rest.withUnsafeBufferPointer { guard_write(display, $0.baseAddress, $0.count) }
        rest = written < 0 ? [] : rest.dropFirst(written)
        return !isBehind
    }

    mutating func drop() {
        rest = []
    }
}
