import Curses
import Customers
import Foundation
import Glibc
import Phrases
import Screens
import Store
import Terminal

/// Runs the screens: waits for keys, answers and signals, lets the application take them in, and shows what it draws.
@MainActor
final class Runner {
    private var application: Application
    private let terminal: CursesTerminal
    private var theme: Theme
    private let mailbox = Mailbox<Message>()
    private let loop: EventLoop
    private let trace = IdleTrace()
    private let interpreter: Interpreter
    private var decoder = InputDecoder()
    private var alarms = Alarms()
    private var input: [UInt8] = []
    private var frame = 0
    /// Bytes of input taken so far.
    private var taken = 0
    /// Until when the next frame waits for answers.
    private var answersBy: ContinuousClock.Instant?
    private static let frameDelay = Duration.milliseconds(10)
    private var isOver = false
    private var waitsForKey = false
    /// What was wrong with the configuration, in full sentences.
    private let problems: [Phrase]
    private let clock = ContinuousClock()

    init(_ setup: Setup, workbench: Workbench, terminal: CursesTerminal, configuration: TerminalConfiguration) throws {
        self.terminal = terminal
        theme = configuration.theme
        problems = configuration.problems
        loop = try EventLoop(mailbox: mailbox)
        interpreter = Interpreter(
            workbench: workbench, mailbox: mailbox, store: setup.store)
        application = Application(setup, at: .present)
    }

    /// Runs until the user or the line ends it.
    func run() {
        defer { terminal.close() }
        terminal.setTitle("patron")
        perform(application.update(.resized(columns: terminal.columns, rows: terminal.rows), at: .present))
        perform(application.start())
        if let fallback = terminal.fallback { tell(.told(Self.words(fallback))) }
        for problem in problems { tell(.told(problem)) }
        interpreter.watch()
        while !isOver {
            if let pause {
                take(loop.wait(upTo: pause))
            } else if loop.isResizing {
                // The newest frame will do, once the window has come to rest.
                take(loop.wait(upTo: patience))
            } else {
                showAndWait()
            }
        }
        interpreter.cancelAll()
    }

    private func showAndWait() {
        answersBy = nil
        show()
        take(loop.wait(upTo: patience, output: terminal.congestion))
    }

    /// How long a frame may still wait for the answers that belong to it, so that most keys cost one frame and not two.
    private var pause: Duration? {
        guard let answersBy, !application.isIdle, !isOver else { return nil }
        let left = answersBy - clock.now
        return left > .zero ? left : nil
    }

    private func show() {
        guard !waitsForKey else { return }
        var canvas = Canvas(
            columns: terminal.columns, rows: terminal.rows, drawing: application.drawing)
        application.draw(on: &canvas)
        if case .written = terminal.show(canvas, theme: theme) { frame += 1 }
        if terminal.congestion == nil, !decoder.needsTimeout, application.isIdle, alarms.isQuiet {
            trace?.idle(frame: frame, generation: interpreter.asked, version: interpreter.version, taken: taken)
        }
    }

    /// How long to wait at most: until the next alarm, or until a lone Esc counts as a key.
    private var patience: Duration? {
        var until = alarms.next(after: clock.now)
        switch decoder.pending {
        case .nothing: break
        case .sequence: until = min(until ?? escapeDelay, escapeDelay)
        case .paste: until = min(until ?? .milliseconds(500), .milliseconds(500))
        }
        return until
    }

    private var escapeDelay: Duration {
        ProcessInfo.processInfo.environment["SSH_TTY"] == nil ? .milliseconds(25) : .milliseconds(100)
    }

    private func take(_ wake: Wake) {
        // In raw mode ^C is a key; an interrupt as a signal comes from outside and means the end.
        guard wake.isDisjoint(with: [.hangUp, .terminate, .interrupt]) else {
            isOver = true
            return
        }
        if wake.contains(.resized), let size = CursesTerminal.windowSize() {
            terminal.resize(columns: size.columns, rows: size.rows)
            resized()
        }
        if wake.contains(.stop) { suspend() }
        if wake.contains(.continued) {
            terminal.retake()
            resized()
        }
        if wake.contains(.keyboard) {
            guard terminal.readInput(into: &input) else {
                isOver = true
                return
            }
            taken += input.count
            take(decoder.decode(input))
            input.removeAll(keepingCapacity: true)
        } else if wake.isEmpty, decoder.needsTimeout {
            take(decoder.flush())
        }
        if wake.contains(.mailbox) { for message in mailbox.drain() { arrive(message) } }
        for alarm in alarms.due(at: clock.now) { tell(.rang(alarm)) }
    }

    private func take(_ events: [InputEvent]) {
        for event in events {
            if waitsForKey {
                waitsForKey = false
                terminal.repaint()
                continue
            }
            tell(.input(event))
        }
    }

    private func arrive(_ message: Message) {
        if case .answered(let request, .opened(let store)) = message {
            interpreter.opened(store, by: request)
        }
        if case .changed(let summary) = message { interpreter.version = summary.version }
        tell(message)
    }

    private func resized() {
        tell(.resized(columns: terminal.columns, rows: terminal.rows))
    }

    private func tell(_ message: Message) {
        perform(application.update(message, at: .present))
    }

    private func perform(_ commands: [Command]) {
        for command in commands { perform(command) }
    }

    private func perform(_ command: Command) {
        switch command {
        case .ask(let request):
            interpreter.ask(request)
            if !request.isAhead { answersBy = answersBy ?? clock.now + Self.frameDelay }
        case .cancel(let slot): interpreter.cancel(slot)
        case .schedule(let milliseconds, let alarm): alarms.set(alarm, at: clock.now + .milliseconds(milliseconds))
        case .copy(let text): tell(.told(Self.words(terminal.copy(text))))
        case .saveDraft(let draft): interpreter.save(draft)
        case .keep(let state): interpreter.keep(state)
        case .configure(let entry): configure(entry)
        case .removeDraft(let original): interpreter.removeDraft(original)
        case .prepare(let wanted): interpreter.prepare(wanted)
        case .mouse(let isOn):
            terminal.report(isOn ? terminal.modes.union(.mouse) : terminal.modes.subtracting(.mouse))
        case .plainPage(let lines): plainPage(lines)
        case .repaint: terminal.repaint()
        case .suspend: suspend()
        case .quit: isOver = true
        }
    }

    /// Writes a line of the configuration; another theme is shown at once.
    private func configure(_ entry: ConfigurationEntry) {
        do {
            if entry.key == "theme" {
                theme = try ThemeFile(name: application.themeName).read()
                terminal.repaint()
            }
            try ConfigurationFile.set(entry.key, to: entry.value)
        } catch {
            tell(.told(Failure(of: error).phrase))
        }
    }

    private func suspend() {
        if terminal.suspend() {
            resized()
        } else {
            tell(.told(Phrase("suspend.nowhere", "There is no shell that could bring the program back.")))
        }
    }

    /// Shows lines on the plain screen, so that the terminal itself can select them, until a key or the end comes.
    private func plainPage(_ lines: [String]) {
        let text = lines.map { Drawing.unicode.safe($0) + "\r\n" }.joined()
        let wake = terminal.lend {
            FileHandle.standardOutput.write(Data(("\u{1B}[2J\u{1B}[H" + text + "\r\n").utf8))
            var byte: UInt8 = 0
            var attributes = termios()
            tcgetattr(0, &attributes)
            var raw = attributes
            raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
            tcsetattr(0, TCSANOW, &raw)
            var wake: Wake = []
            while wake.isDisjoint(with: [.keyboard, .hangUp, .terminate, .interrupt]) { wake = loop.waitForKey() }
            if wake.contains(.keyboard) { _ = read(0, &byte, 1) }
            tcsetattr(0, TCSANOW, &attributes)
            return wake
        }
        if !wake.isDisjoint(with: [.hangUp, .terminate]) { isOver = true }
    }

    private static func words(_ fallback: Fallback) -> Phrase {
        fallback.asked.isEmpty
            ? Phrase("terminal.unset", "TERM is not set; drawing as for %1.", fallback.used)
            : Phrase(
                "terminal.unknown", "The terminal ‘%1’ is unknown; drawing as for %2.", fallback.asked, fallback.used)
    }

    private static func words(_ copying: Copying) -> Phrase {
        switch copying {
        case .sent(let bytes): Phrase("copy.done", "Copied, %1 bytes.", Numbers.grouped(bytes))
        case .tooLong(let bytes):
            Phrase(
                "copy.toolong", "%1 bytes are too many for the clipboard; export them instead.", Numbers.grouped(bytes))
        case .unsupported:
            Phrase("copy.unsupported", "This terminal takes no copies; P shows a plain page for selecting.")
        }
    }
}
