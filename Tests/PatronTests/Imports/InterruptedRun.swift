import CPty
import Glibc

/// A command that gets a signal at a moment that its own work tells, not the clock.
///
/// The kernel reports every change in the folder of the store; a number of changes is waited for, then a further moment
/// of at most a few milliseconds, and then the process gets the signal if it has not ended.
final class InterruptedRun {
    /// Changes in the folder that were seen.
    private(set) var changes = 0
    /// Whether it ended by itself before the kill.
    private(set) var wasOver = false
    /// The status with which it ended by itself; none where the signal ended it.
    private(set) var status: Int32?

    /// Runs a command, and kills it so many changes and then so many milliseconds after its start; without a number of
    /// changes nothing is killed and all are counted.
    init(
        _ program: String, _ arguments: [String], environment: [String: String?], watching folder: String,
        killAfter limit: Int?, delay: Int = 0, with sign: Int32 = SIGKILL
    ) throws {
        let watch = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        guard watch >= 0, inotify_add_watch(watch, folder, UInt32(IN_MODIFY | IN_CREATE | IN_DELETE)) >= 0 else {
            throw HarnessError("the folder cannot be watched")
        }
        defer { close(watch) }
        var ends: [Int32] = [0, 0]
        guard pty_pipe(&ends) == 0 else { throw HarnessError("no pipe") }
        let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { close(nowhere) }
        var process: pid_t = 0
        let error = withCStrings([program] + arguments) { argv in
            withCStrings(childEnvironment(environment)) { envp in
                pty_spawn_plain(program, argv, envp, [nowhere, ends[1], nowhere], &process)
            }
        }
        close(ends[1])
        defer { close(ends[0]) }
        guard error == 0 else { throw HarnessError("\(program) does not start") }
        while !wasOver, limit.map({ changes < $0 }) ?? true { pump(watch, end: ends[0], wait: -1) }
        if !wasOver, delay > 0 { pumpUntilEnd(ends[0], wait: Int32(delay)) }
        if !wasOver { kill(process, sign) }
        var status: Int32 = 0
        while sign != SIGKILL, !wasOver { pump(watch, end: ends[0], wait: -1) }
        waitpid(process, &status, 0)
        if status & 0x7F == 0 { self.status = status >> 8 & 0xFF }
    }

    /// Takes one report of changes, or the end of the output, which is the end of the process.
    private func pump(_ watch: Int32, end: Int32, wait: Int32) {
        var watched = [
            pollfd(fd: watch, events: Int16(POLLIN), revents: 0), pollfd(fd: end, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&watched, 2, wait) > 0 else { return }
        if watched[0].revents & Int16(POLLIN) != 0 { changes += Self.count(readSome(watch)) }
        if watched[1].revents != 0, readSome(end).isEmpty { wasOver = true }
    }

    private func pumpUntilEnd(_ end: Int32, wait: Int32) {
        var watched = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
        if poll(&watched, 1, wait) > 0, readSome(end).isEmpty { wasOver = true }
    }

    /// The number of events in what the kernel wrote: each has 16 bytes and then a name of the length in the last four.
    private static func count(_ bytes: [UInt8]) -> Int {
        var count = 0
        var place = 0
        while place + 16 <= bytes.count {
            let length = bytes[place + 12..<place + 16].reversed().reduce(0) { $0 << 8 | Int($1) }
            place += 16 + length
            count += 1
        }
        return count
    }
}
