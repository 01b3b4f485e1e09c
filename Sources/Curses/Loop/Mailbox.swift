import CNcurses
import Glibc
import Synchronization

/// Messages from any thread for the one that sleeps in an event loop.
public final class Mailbox<Message: Sendable>: Sendable {
    /// Readable while messages wait.
    let descriptor: Int32
    private let messages = Mutex<[Message]>([])

    public init() {
        descriptor = bell_open()
        precondition(descriptor >= 0, "the system has no event descriptors left")
    }

    deinit {
        close(descriptor)
    }

    /// Leaves a message and wakes the loop.
    public func post(_ message: Message) {
        let isFirst = messages.withLock { waiting in
            waiting.append(message)
            return waiting.count == 1
        }
        if isFirst { bell_ring(descriptor) }
    }

    /// Takes all messages, oldest first.
    public func drain() -> [Message] {
        bell_quiet(descriptor)
        return messages.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
