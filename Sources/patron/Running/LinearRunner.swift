import Curses
import Customers
import Foundation
import Glibc
import Phrases
import Screens
import Terminal

/// Runs the screens as sentences: what stands there is read out, and a line of words says what to do.
@MainActor
final class LinearRunner {
    private var application: Application
    private let mailbox = Mailbox<Message>()
    private let interpreter: Interpreter
    private let loop: EventLoop
    private var alarms = Alarms()
    private let clock = ContinuousClock()
    private var read: [String] = []
    private var buffer: [UInt8] = []
    private var isOver = false
    /// What was wrong with the configuration, in full sentences of the language of the interface.
    private let problems: [String]

    init(_ setup: Setup, workbench: Workbench, problems: [Phrase]) throws {
        self.problems = problems.map(Catalogue(of: setup.options.language).text)
        loop = try EventLoop(mailbox: mailbox)
        interpreter = Interpreter(
            workbench: workbench, mailbox: mailbox, store: setup.store)
        application = Application(setup, at: .present)
    }

    func run() throws {
        for problem in problems { Printer.line(Drawing.unicode.safe(problem)) }
        perform(application.update(.resized(columns: 80, rows: 24), at: .present))
        perform(application.start())
        while !isOver {
            if application.isIdle { tellChanges() }
            take(loop.wait(upTo: alarms.next(after: clock.now)))
        }
        interpreter.cancelAll()
    }

    /// Prints the sentences that are not those of the last time.
    private func tellChanges() {
        let sentences = application.read()
        guard sentences != read else { return }
        for sentence in sentences where !read.contains(sentence) { Printer.line(Drawing.unicode.safe(sentence)) }
        read = sentences
        FileHandle.standardOutput.write(Data("> ".utf8))
    }

    private func take(_ wake: Wake) {
        guard wake.isDisjoint(with: [.hangUp, .terminate, .interrupt]) else {
            isOver = true
            return
        }
        if wake.contains(.mailbox) { for message in mailbox.drain() { tell(message) } }
        if wake.contains(.keyboard) { takeLines() }
        for alarm in alarms.due(at: clock.now) { tell(.rang(alarm)) }
    }

    private func takeLines() {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(0, &chunk, chunk.count)
        guard count > 0 else {
            isOver = true
            return
        }
        buffer.append(contentsOf: chunk[0..<count])
        while let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: buffer[..<end], as: UTF8.self)
            buffer.removeFirst(end + 1)
            read = []
            tell(.said(line))
        }
    }

    private func tell(_ message: Message) {
        if case .answered(let request, .opened(let store)) = message { interpreter.opened(store, by: request) }
        perform(application.update(message, at: .present))
    }

    private func perform(_ commands: [Command]) {
        for command in commands {
            switch command {
            case .ask(let request): interpreter.ask(request)
            case .cancel(let slot): interpreter.cancel(slot)
            case .schedule(let milliseconds, let alarm): alarms.set(alarm, at: clock.now + .milliseconds(milliseconds))
            case .copy(let text): Printer.line(text)
            case .saveDraft(let draft): interpreter.save(draft)
            case .removeDraft(let original): interpreter.removeDraft(original)
            case .plainPage(let lines): for line in lines { Printer.line(Drawing.unicode.safe(line)) }
            case .quit: isOver = true
            case .configure(let entry):
                do {
                    try ConfigurationFile.set(entry.key, to: entry.value)
                } catch {
                    tell(.told(Failure(of: error).phrase))
                }
            case .keep, .mouse, .prepare, .repaint, .suspend: continue
            }
        }
    }
}
