import CPty
import Glibc

/// What a command without a terminal did.
struct CommandRun: Hashable {
    /// The exit status, or 128 and the signal that ended it.
    var status: Int32 = 0
    var output = ""
    var errors = ""
}

/// Runs a command to its end, with pipes for input, output and errors.
func run(_ program: String, _ arguments: [String] = [], stdin: String = "", environment: [String: String?] = [:])
    throws -> CommandRun
{
    let (input, output, errors) = (try Pipe(), try Pipe(), try Pipe())
    var process: pid_t = 0
    let error = withCStrings([program] + arguments) { argv in
        withCStrings(childEnvironment(environment)) { envp in
            pty_spawn_plain(program, argv, envp, [input.reading, output.writing, errors.writing], &process)
        }
    }
    guard error == 0 else { throw HarnessError("\(program) does not start: \(String(cString: strerror(error)))") }
    input.closeReading()
    output.closeWriting()
    errors.closeWriting()
    var result = CommandRun()
    (result.output, result.errors) = exchange(input, Array(stdin.utf8), output, errors)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    result.status = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return result
}

/// Feeds one pipe and drains two, whichever is ready, until both are at their end.
private func exchange(_ input: Pipe, _ text: [UInt8], _ output: Pipe, _ errors: Pipe) -> (String, String) {
    var rest = text[...]
    var read: [[UInt8]] = [[], []]
    var open = [true, true]
    if rest.isEmpty { input.closeWriting() }
    while open.contains(true) {
        var watched = [
            pollfd(fd: open[0] ? output.reading : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: open[1] ? errors.reading : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: rest.isEmpty ? -1 : input.writing, events: Int16(POLLOUT), revents: 0),
        ]
        poll(&watched, 3, -1)
        for (index, pipe) in [output, errors].enumerated() where watched[index].revents != 0 {
            let bytes = readSome(pipe.reading)
            if bytes.isEmpty { open[index] = false }
            read[index] += bytes
        }
        if watched[2].revents != 0 {
            let part = rest.prefix(4096)
            let count = part.withUnsafeBytes { write(input.writing, $0.baseAddress, $0.count) }
            rest = count > 0 ? rest.dropFirst(count) : []
            if rest.isEmpty { input.closeWriting() }
        }
    }
    return (String(decoding: read[0], as: UTF8.self), String(decoding: read[1], as: UTF8.self))
}

/// A pipe whose ends are closed at the latest with it.
private final class Pipe {
    private(set) var reading: Int32 = -1
    private(set) var writing: Int32 = -1

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pty_pipe(&ends) == 0 else { throw HarnessError("no pipe") }
        (reading, writing) = (ends[0], ends[1])
    }

    deinit {
        closeReading()
        closeWriting()
    }

    func closeReading() {
        if reading >= 0 { close(reading) }
        reading = -1
    }

    func closeWriting() {
        if writing >= 0 { close(writing) }
        writing = -1
    }
}
