import CPty
import Glibc
import Testing

/// Leaders of sessions hold nothing of other sessions, however many files the tests have open.
struct SessionLeaderTests {
    private func spawn() throws -> pty_session {
        var session = pty_session()
        let error = withCStrings(["/bin/cat"]) { argv in
            withCStrings(childEnvironment([:])) { envp in pty_spawn("/bin/cat", argv, envp, 80, 24, &session) }
        }
        guard error == 0 else { throw HarnessError("no pseudo-terminal: \(String(cString: strerror(error)))") }
        return session
    }

    /// Lets go of a session, and kills a leader that stays.
    ///
    /// - Returns: whether its leader ended by itself.
    private func letGo(of session: pty_session) -> Bool {
        for end in [session.terminal, session.master, session.control, session.trace] { close(end) }
        defer { close(session.reports) }
        var bytes = [UInt8](repeating: 0, count: 256)
        while true {
            var wait = pollfd(fd: session.reports, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, 10_000) > 0 else {
                kill(session.leader, SIGKILL)
                return false
            }
            // What the leader tells comes first; its end ends the line.
            if read(session.reports, &bytes, bytes.count) <= 0 { return waitpid(session.leader, nil, 0) > 0 }
        }
    }

    /// Whether the process may have 2,000 files open, so that the tests beside this one still can open theirs.
    private static var hasRoom: Bool {
        var limit = rlimit()
        return getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 && limit.rlim_cur >= 4_000
    }

    @Test(.enabled(if: hasRoom, "a limit of 4,000 open files"))
    func `a session ends while another one that began later goes on`() throws {
        let held = (0..<1100).map { _ in open("/dev/null", O_RDONLY | O_CLOEXEC) }
        defer { for file in held { close(file) } }
        let (first, second) = (try spawn(), try spawn())
        #expect(letGo(of: first))
        #expect(letGo(of: second))
    }
}
