import CNcurses
import Glibc
public import Terminal

/// The one place that speaks to ncurses: full-screen from `open` until `close` or the end of its life.
///
/// Only one may be open at a time, and only one thread may use it. However the program ends, the terminal is
/// given back once: by `close`, at exit, and on every signal that ends a program, a trap in Swift among them.
public final class CursesTerminal {
    /// The columns that are drawn in.
    public private(set) var columns: Int
    /// The rows that are drawn in.
    public private(set) var rows: Int
    /// How many colours themes are asked for; one that the terminal lacks becomes the nearest it has.
    public let depth: ColorDepth
    /// Whether the terminal's character set is Unicode; else canvases are to be drawn in ASCII.
    public let drawsUnicode: Bool
    /// The terminal type that was asked for and the one that stands in for it, if any.
    public let fallback: Fallback?
    /// What the terminal reports; empty where it cannot.
    public private(set) var modes: TerminalModes
    /// Reports that were on at any time: what turns one off may still wait for the next frame, which may never come.
    private var modesToLeave: TerminalModes

    private let type: TerminalType
    private let synchronizes: Bool
    private let display: Int32
    private var writer: FrameWriter
    private var painter: CellPainter
    private var shortener = FrameShortener()
    /// Sent in front of the next frame.
    private var prelude: [UInt8] = []
    private var title = ""
    private var isOpen = true
    /// Whether the last frame was skipped.
    private var isHolding = false

    init(_ type: TerminalType, _ options: ScreenOptions, drawsUnicode: Bool) throws(TerminalError) {
        let size = Self.windowSize() ?? (columns: 80, rows: 24)
        let type = options.depth == .direct ? type.direct ?? type : type
        let error = screen_open(type.name, Int32(size.columns), Int32(size.rows), options.depth != .mono)
        guard error == 0 else { throw .system(call: "newterm", number: error) }
        let colors = Int(screen_colors())
        self.type = type
        (columns, rows) = size
        depth = min(Self.depth(ofColors: colors), options.depth)
        self.drawsUnicode = drawsUnicode
        fallback = type.asked.map { Fallback(asked: $0, used: type.name) }
        synchronizes = options.synchronizes && type.isModern
        modes = type.isModern ? options.modes : []
        modesToLeave = modes
        display = guard_open_display(STDOUT_FILENO)
        writer = FrameWriter(display: display)
        painter = CellPainter(
            columns: columns, rows: rows, depth: depth, palette: colors > 0 ? Palette(count: colors) : nil)
        prepareLeaving()
        guard_arm()
        try enter()
    }

    deinit {
        close()
    }

    /// The size of the terminal now, none if it does not tell.
    public static func windowSize() -> (columns: Int, rows: Int)? {
        var (columns, rows) = (Int32(0), Int32(0))
        let known =
            screen_window_size(STDIN_FILENO, &columns, &rows) || screen_window_size(STDOUT_FILENO, &columns, &rows)
        return known ? (Int(columns), Int(rows)) : nil
    }

    /// Shows a canvas: what changed since the last one, in one write.
    public func show(_ canvas: Canvas, theme: Theme) -> Delivery {
        guard isOpen else { return .unchanged }
        isHolding = !writer.flush() || !writer.isReady
        guard !isHolding else { return .held }
        painter.paint(canvas, theme: theme)
        let length = screen_update()
        var drawn = painter.standIns.expand([UInt8](room: length) { screen_take($0, $1) })
        if type.isModern { drawn = shortener.shorten(drawn) }
        var frame = prelude
        prelude = []
        if synchronizes && !drawn.isEmpty {
            frame += Array(Synchronization.start.utf8) + drawn + Array(Synchronization.end.utf8)
        } else {
            frame += drawn
        }
        guard !frame.isEmpty else { return .unchanged }
        writer.send(frame)
        return .written(bytes: frame.count)
    }

    /// The descriptor that a line too slow for the last frame is waited for on; none while it keeps up.
    ///
    /// Hand it to `EventLoop.wait`, and `show` the newest canvas when it is writable.
    public var congestion: Int32? { writer.isBehind || isHolding ? display : nil }

    /// Takes a new size; the next `show` draws everything.
    public func resize(columns: Int, rows: Int) {
        guard isOpen else { return }
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        screen_resize(Int32(self.columns), Int32(self.rows))
        painter.resize(columns: self.columns, rows: self.rows)
    }

    /// Makes the next `show` draw everything.
    public func repaint() {
        guard isOpen else { return }
        screen_redraw_all()
    }

    /// Turns reports on and off, with the next `show`.
    public func report(_ wanted: TerminalModes) {
        guard isOpen, type.isModern, wanted != modes else { return }
        prelude += Array(modes.subtracting(wanted).leaving.utf8)
        prelude += Array(wanted.subtracting(modes).entering.utf8)
        modes = wanted
        modesToLeave.formUnion(wanted)
        prepareLeaving()
    }

    /// Names the window, with the next `show`; control characters are left out.
    public func setTitle(_ text: String) {
        let safe = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isControl }.prefix(200)))
        guard modes.contains(.title), safe != title else { return }
        title = safe
        prelude += titleSequence
    }

    /// Hands a text to the terminal's clipboard.
    public func copy(_ text: String) -> Copying {
        guard type.isModern, isOpen else { return .unsupported }
        guard let sequence = Clipboard.sequence(for: text, isInTmux: variable("TMUX") != nil) else {
            return .tooLong(bytes: text.utf8.count)
        }
        writer.send(sequence)
        return .sent(bytes: text.utf8.count)
    }

    /// Adds what was typed to `input`, at most 256 kB a call.
    ///
    /// - Returns: whether the keyboard is still there.
    public func readInput(into input: inout [UInt8]) -> Bool {
        for _ in 0..<64 {
            var keyboard = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard poll(&keyboard, 1, 0) > 0 else { return true }
            var count = 0
            let read = [UInt8](room: 4096) { buffer, room in
                count = Glibc.read(STDIN_FILENO, buffer, room)
                return max(0, count)
            }
            input += read
            if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) { return false }
        }
        return true
    }

    /// Gives the terminal to somebody else for the time of `body`, an editor say; draws everything afterwards.
    public func lend<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        guard isOpen else { return try body() }
        writer.drop()
        guard_leave()
        defer { retake() }
        return try body()
    }

    /// Stops the program as ^Z does, until the shell continues it.
    ///
    /// - Returns: false when no shell is there to continue it; then nothing happens.
    @discardableResult
    public func suspend() -> Bool {
        guard signals_may_stop() else { return false }
        lend { signals_stop() }
        return true
    }

    /// Takes the terminal anew, after the program was continued without `suspend`; the size may be another.
    public func retake() {
        guard isOpen else { return }
        screen_was_left()
        // A job in the background is not told of new sizes.
        if let size = Self.windowSize(), size != (columns, rows) { resize(columns: size.columns, rows: size.rows) }
        // A keyboard that is gone shows at the next read.
        try? enter()
    }

    /// Gives the terminal back; a second time does nothing.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        guard_leave()
        guard_disarm()
        screen_close()
        Glibc.close(display)
    }

    private func enter() throws(TerminalError) {
        let error = guard_enter(STDIN_FILENO, display)
        guard error == 0 else {
            close()
            throw .system(call: "tcsetattr", number: error)
        }
        shortener.forget()
        prelude = Array(modes.entering.utf8) + (title.isEmpty ? [] : titleSequence)
    }

    private func prepareLeaving() {
        let bytes = LeaveSequence(modes: modesToLeave, synchronizes: synchronizes).bytes
        guard_set_leave(bytes, bytes.count)
    }

    private var titleSequence: [UInt8] { Array("\u{1B}]2;\(title)\u{07}".utf8) }

    private static func depth(ofColors count: Int) -> ColorDepth {
        switch count {
        case ..<8: .mono
        case ..<256: .sixteen
        case 256: .indexed
        default: .direct
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control || properties.generalCategory == .format }
}
