import Glibc
import Testing

struct LeavingTests {
    private func leaving() throws -> LeavingConduct { LeavingConduct(subject: try .shop()) }

    @Test(arguments: [("profiles", "Profiles"), ("segments", "Segments"), ("rfm", "RFM")])
    func `quits cleanly from every screen`(screen: String, title: String) throws {
        try LeavingConduct(subject: .shop(screen, landmark: title)).quits()
    }

    @Test func `quits from a field too, where letters are text`() throws {
        let terminal = try Subject.shop("imports", landmark: "Import").start()
        try terminal.press("a")
        try terminal.waitUntilIdle()
        try terminal.press("q")
        try terminal.waitUntilIdle()
        #expect(terminal.end == nil)
        try terminal.press("<C-c><C-c>")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.leftovers == [])
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `restores the terminal after being asked to end`(number: Int32) throws {
        try leaving().restores(afterSignal: number)
    }

    @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT])
    func `restores the terminal after a fault`(number: Int32) throws { try leaving().restores(afterFault: number) }

    @Test func `suspends by key`() throws { try leaving().suspends { try $0.press("<C-z>") } }

    @Test func `suspends by signal`() throws { try leaving().suspends { $0.signal(SIGTSTP) } }

    @Test func `ends when the line drops`() throws { try leaving().ends(afterHangUpWithin: .milliseconds(1000)) }

    @Test func `ends on a line that takes nothing`() throws { try leaving().ends(onStuckLine: "<C-l>") }

    @Test func `a mouse that was turned off in the last moment is off`() throws {
        // Whether there is a mouse is kept, which is no other test's business.
        let place = try Place()
        let terminal = try Subject.shop().start(["XDG_STATE_HOME": place.folder])
        try terminal.press("Mq")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.leftovers == [])
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `the plain page ends when it is asked to`(number: Int32) throws {
        let terminal = try Subject.shop("profiles", landmark: "Profiles").start()
        try terminal.press("P")
        try terminal.waitFor(text: "Profiles.")
        terminal.signal(number)
        try terminal.waitForEnd()
        #expect(terminal.leftovers == [])
    }

    @Test func `control C twice ends`() throws {
        let terminal = try Subject.shop().start()
        try terminal.press("<C-c>")
        try terminal.waitUntilIdle()
        #expect(terminal.end == nil)
        try terminal.press("<C-c>")
        #expect(try terminal.waitForEnd() == .exited(0))
        #expect(terminal.leftovers == [])
    }
}
