import CPty
import Glibc

/// A program on a terminal of its own, driven key by key.
///
/// Nothing sleeps: after keys a test waits for the program's own word that it is idle (`PATRON_TRACE`) or for
/// something on the screen, and fails when that does not come within `patience`.
final class PseudoTerminal {
    /// How the program ended.
    enum End: Hashable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    let screen: EmulatedScreen
    /// All that the program wrote.
    private(set) var output: [UInt8] = []
    private(set) var process: pid_t = 0
    private(set) var end: End?
    /// When it ended, in nanoseconds of the monotonic clock.
    private(set) var endTime: Int64 = 0
    private(set) var isStopped = false
    /// The lines by which the program said that it is idle.
    private(set) var idleLines: [String] = []
    /// Bytes typed so far.
    private var typed = 0
    /// Bytes that the program had taken when it was idle last; a line that came of something else may be older.
    private var taken: Int {
        idleLines.last?.split(separator: "=").last.flatMap { Int($0) } ?? 0
    }

    let patience: Duration
    private var session = pty_session()
    private var before = pty_termios()
    private var trace: [UInt8] = []
    private var idleSeen = 0
    private var markers = 0
    private var isUp = true
    private var isTraceOver = false
    private var failure: Int32?

    init(
        _ program: String, _ arguments: [String] = [], environment: [String: String?] = [:], columns: Int = 80,
        rows: Int = 24, patience: Duration = .seconds(20)
    ) throws {
        self.patience = patience
        screen = try EmulatedScreen(columns: columns, rows: rows)
        let variables = childEnvironment(environment.merging(["PATRON_TRACE": "3"]) { own, _ in own })
        let error = withCStrings([program] + arguments) { argv in
            withCStrings(variables) { envp in
                pty_spawn(program, argv, envp, Int32(columns), Int32(rows), &session)
            }
        }
        guard error == 0 else { throw HarnessError("no pseudo-terminal: \(String(cString: strerror(error)))") }
        pty_modes(session.terminal, &before)
        try waitFor("the start of \(program)") { $0.process > 0 }
    }

    deinit {
        if end == nil, process > 0 { kill(process, SIGKILL) }
        hangUp()
        close(session.control)
        close(session.reports)
        close(session.trace)
        waitpid(session.leader, nil, 0)
    }

    /// Types text, with keys by name as in `"j<Down><Enter>"`.
    func press(_ keys: String) throws {
        try send(Keystrokes.bytes(of: keys))
    }

    /// Pastes text as terminals do, between marks.
    func paste(_ text: String) throws {
        try send(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8))
    }

    /// Types bytes; reads meanwhile, as both sides may be full.
    func send(_ bytes: [UInt8]) throws {
        takeTrace()
        idleSeen = idleLines.count
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = rest.prefix(1024)
            guard pump(patience, writing: true) || pump(patience, writing: true) else {
                throw HarnessError("the program does not read its keys\n\(screen.text)")
            }
            let count = part.withUnsafeBytes { write(session.master, $0.baseAddress, $0.count) }
            guard count > 0 else { throw HarnessError("the line is down") }
            typed += count
            rest = rest.dropFirst(count)
        }
    }

    /// Types keys without reading what they draw, as a line does that is stuck.
    ///
    /// - Returns: whether the program could become idle all the same within 300 ms.
    func pressUnread(_ keys: String) throws -> Bool {
        takeTrace()
        let seen = idleLines.count
        let bytes = try Keystrokes.bytes(of: keys)
        typed += max(0, write(session.master, bytes, bytes.count))
        let limit = ContinuousClock.now + .milliseconds(300)
        while idleLines.count == seen, ContinuousClock.now < limit {
            if isReady(session.trace, ContinuousClock.now.duration(to: limit)) { takeTrace() }
        }
        idleSeen = seen
        return idleLines.count > seen
    }

    func resize(columns: Int, rows: Int) throws {
        try settle()
        idleSeen = idleLines.count
        screen.resize(columns: columns, rows: rows)
        pty_resize(session.master, Int32(columns), Int32(rows))
    }

    /// Resizes without looking, as a window does that is being dragged.
    func dragTo(columns: Int, rows: Int) {
        pty_resize(session.master, Int32(columns), Int32(rows))
    }

    func signal(_ number: Int32) {
        takeTrace()
        idleSeen = idleLines.count
        kill(process, number)
    }

    /// Continues the stopped program in the foreground, as `fg` does.
    func proceed() {
        isStopped = false
        idleSeen = idleLines.count
        var go: UInt8 = 1
        write(session.control, &go, 1)
    }

    /// Drops the line, as a lost connection does.
    func hangUp() {
        guard isUp else { return }
        isUp = false
        close(session.terminal)
        close(session.master)
    }

    /// Waits until the program, having taken what was typed last, has nothing left to do.
    @discardableResult
    func waitUntilIdle() throws -> String {
        try waitFor("the program to become idle") { terminal in
            terminal.end != nil
                || terminal.idleLines.count > terminal.idleSeen && terminal.taken >= terminal.typed
        }
        if end != nil { throw HarnessError("the program ended while it was waited for: \(outcome)\n\(screen.text)") }
        try settle()
        idleSeen = idleLines.count
        return idleLines.last ?? ""
    }

    /// Waits until a condition holds.
    func waitFor(_ what: String, until condition: (PseudoTerminal) throws -> Bool) throws {
        let limit = ContinuousClock.now + patience
        while try !condition(self) {
            let left = ContinuousClock.now.duration(to: limit)
            guard left > .zero else { throw HarnessError("waited in vain for \(what) (\(outcome))\n\(screen.text)") }
            pump(left)
            if let failure { throw HarnessError("cannot run: \(String(cString: strerror(failure)))") }
        }
    }

    /// Takes what comes for a while: the pace of a user's hand, never a wait for the program.
    func watch(for time: Duration) {
        let limit = ContinuousClock.now + time
        while ContinuousClock.now < limit { pump(ContinuousClock.now.duration(to: limit)) }
    }

    /// Waits until the screen shows a text.
    func waitFor(text: String) throws {
        try waitFor("‘\(text)’") { $0.screen.text.contains(text) }
    }

    @discardableResult
    func waitForEnd() throws -> End {
        try waitFor("the end of the program") { $0.end != nil }
        if isUp { try settle() }
        return end ?? .exited(-1)
    }

    /// Waits for the end without reading what the program draws.
    func waitForEndUnread() throws {
        let limit = ContinuousClock.now + patience
        while end == nil {
            let left = ContinuousClock.now.duration(to: limit)
            guard left > .zero, isReady(session.reports, left) else { throw HarnessError("it does not end") }
            takeReport()
        }
    }

    func waitForStop() throws {
        try waitFor("the program to stop") { $0.isStopped }
        try settle()
    }

    /// Reads everything that the program has written so far.
    ///
    /// The kernel passes bytes on in its own time, so a mark is sent the same way and waited for.
    func settle() throws {
        markers += 1
        let marker = Array("\u{1B}]7777;\(markers)\u{07}".utf8)
        write(session.terminal, marker, marker.count)
        let limit = ContinuousClock.now + patience
        var held: [UInt8] = []
        while held.firstRange(of: marker) == nil {
            guard ContinuousClock.now < limit, isReady(session.master, patience) else {
                throw HarnessError("the terminal lost a mark")
            }
            held += readSome(session.master)
        }
        if let range = held.firstRange(of: marker) { held.removeSubrange(range) }
        take(held)
        takeTrace()
    }

    /// What is not as it was before the program started.
    var leftovers: [String] {
        var now = pty_termios()
        pty_modes(session.terminal, &now)
        return OutputTrail(output).leftovers + (pty_same_modes(&before, &now) != 0 ? [] : ["termios"])
    }

    private var outcome: String {
        switch end {
        case nil: isStopped ? "stopped" : "running"
        case .exited(let status): "exited with \(status)"
        case .killed(let signal): "killed by signal \(signal)"
        }
    }

    /// Takes what comes from the program, waiting for it at most so long.
    ///
    /// - Returns: whether the program's keyboard takes more.
    @discardableResult
    private func pump(_ limit: Duration, writing: Bool = false) -> Bool {
        let master = isUp ? session.master : -1
        var watched = [master, session.trace, session.reports].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        if writing { watched[0].events |= Int16(POLLOUT) }
        if isTraceOver { watched[1].fd = -1 }
        if end != nil { watched[2].fd = -1 }
        Glibc.poll(&watched, 3, Self.milliseconds(limit))
        if watched[0].revents & Int16(POLLIN) != 0 { take(readSome(session.master)) }
        if watched[1].revents != 0 { takeTrace() }
        if watched[2].revents & Int16(POLLIN) != 0 { takeReport() }
        return watched[0].revents & Int16(POLLOUT) != 0
    }

    private func take(_ bytes: [UInt8]) {
        output += bytes
        screen.feed(bytes)
    }

    private func takeTrace() {
        while !isTraceOver, isReady(session.trace, .zero) {
            let bytes = readSome(session.trace)
            isTraceOver = bytes.isEmpty
            if isTraceOver { return }
            trace += bytes
        }
        while let end = trace.firstIndex(of: 0x0A) {
            idleLines.append(String(decoding: trace[..<end], as: UTF8.self))
            trace.removeSubrange(...end)
        }
    }

    private func takeReport() {
        var report = pty_report()
        guard read(session.reports, &report, MemoryLayout<pty_report>.size) == MemoryLayout<pty_report>.size else {
            return
        }
        switch Int(report.kind) {
        case pty_started: process = report.value
        case pty_stopped: isStopped = true
        case pty_exited: (end, endTime) = (.exited(report.value), report.time)
        case pty_killed: (end, endTime) = (.killed(signal: report.value), report.time)
        default: failure = report.value
        }
    }

    private func isReady(_ descriptor: Int32, _ limit: Duration) -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&watched, 1, Self.milliseconds(limit)) > 0
    }

    private static func milliseconds(_ duration: Duration) -> Int32 {
        Int32(clamping: duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000)
    }
}
