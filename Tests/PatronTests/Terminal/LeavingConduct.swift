import Glibc
import Testing

/// How a full-screen program has to leave, whatever ends or stops it.
struct LeavingConduct {
    let subject: Subject

    func quits() throws {
        let terminal = try subject.start()
        try terminal.press(subject.quit)
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.leftovers == [])
    }

    /// A signal that asks for the end: an orderly exit or death by that signal, both with a clean terminal.
    func restores(afterSignal number: Int32) throws {
        let terminal = try subject.start()
        try terminal.press(subject.move)
        try terminal.waitUntilIdle()
        terminal.signal(number)
        try terminal.waitForEnd()
        #expect(terminal.leftovers == [])
        #expect(OutputTrail(terminal.output).modes[2026] == false)
    }

    /// A fault in the program: it dies by it, after the terminal was given back.
    func restores(afterFault number: Int32) throws {
        let terminal = try subject.start()
        terminal.signal(number)
        #expect(try terminal.waitForEnd() == .killed(signal: number))
        #expect(terminal.leftovers == [])
    }

    /// Stops by a key or by a signal with a clean terminal, and draws the same screen when continued.
    func suspends(_ stop: (PseudoTerminal) throws -> Void) throws {
        let terminal = try subject.start()
        let before = terminal.screen.text
        try stop(terminal)
        try terminal.waitForStop()
        #expect(terminal.leftovers == [])
        let length = terminal.output.count
        terminal.proceed()
        try terminal.waitUntilIdle()
        #expect(terminal.screen.text == before)
        #expect(terminal.output.count - length > 500, "all is drawn anew")
        try terminal.press(subject.quit)
        try terminal.waitForEnd()
        #expect(terminal.leftovers == [])
    }

    /// A line that takes nothing does not keep the program from ending.
    func ends(onStuckLine repaint: String) throws {
        let terminal = try subject.start()
        var frames = 0
        while try terminal.pressUnread(repaint), frames < 400 { frames += 1 }
        #expect(frames < 400, "the line was never full")
        terminal.signal(SIGTERM)
        try terminal.waitForEndUnread()
    }

    /// The connection drops: the program ends by itself, soon.
    func ends(afterHangUpWithin limit: Duration) throws {
        let terminal = try subject.start()
        let start = ContinuousClock.now
        terminal.hangUp()
        try terminal.waitForEnd()
        #expect(ContinuousClock.now - start < limit)
    }
}
