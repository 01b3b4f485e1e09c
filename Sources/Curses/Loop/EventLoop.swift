import CNcurses
import Glibc

/// Sleeps until the keyboard, a worker or the system has something to say.
public final class EventLoop {
    private let keyboard: Int32
    private let mailbox: Int32
    /// Kept alive, as its descriptor is watched.
    private let owner: AnyObject
    private let signals: Int32
    private var resizes = ResizeGate()

    /// Keeps HUP, TERM, INT, WINCH, TSTP and CONT for event loops.
    ///
    /// Call it first of all in the program: threads that were started before do not know of it. Children inherit
    /// it, so give them a clear mask.
    public static func blockSignals() {
        signals_block()
    }

    /// Watches a keyboard, standard input unless another is named, and a mailbox.
    public init<Message>(mailbox: Mailbox<Message>, keyboard: Int32 = 0) throws(TerminalError) {
        self.keyboard = keyboard
        self.mailbox = mailbox.descriptor
        owner = mailbox
        signals = signals_open()
        guard signals >= 0 else { throw .system(call: "signalfd", number: errno) }
    }

    deinit {
        close(signals)
    }

    /// Whether the window is being dragged: what is drawn now is drawn for a size that is gone.
    public var isResizing: Bool { resizes.deadline != nil }

    /// Sleeps until something happens.
    ///
    /// - Parameters:
    ///   - limit: how long at most; for ever if none.
    ///   - output: a descriptor to wait for until it takes bytes.
    /// - Returns: all that happened; empty when the time was up.
    public func wait(upTo limit: Duration? = nil, output: Int32? = nil) -> Wake {
        let end = limit.map { ContinuousClock.now + $0 }
        while true {
            var wake = sleep(until: [end, resizes.deadline].compactMap(\.self).min(), output: output)
            let now = ContinuousClock.now
            if resizes.opens(at: now) { wake.insert(.resized) }
            if !wake.isEmpty { return wake }
            if let end, now >= end { return [] }
        }
    }

    /// Sleeps until a key or a signal comes, whatever the mailbox holds.
    public func waitForKey() -> Wake {
        while true {
            var watched = [keyboard, signals].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&watched, nfds_t(watched.count), -1) > 0 else { continue }
            let wake = Self.wake(ofKeyboard: watched[0]).union(watched[1].revents == 0 ? [] : takeSignals())
            if !wake.isEmpty { return wake }
        }
    }

    private static func wake(ofKeyboard watched: pollfd) -> Wake {
        var wake: Wake = []
        if watched.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { wake.insert(.hangUp) }
        if watched.revents & Int16(POLLIN) != 0 { wake.insert(.keyboard) }
        return wake
    }

    private func sleep(until end: ContinuousClock.Instant?, output: Int32?) -> Wake {
        var watched = [keyboard, mailbox, signals].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        if let output { watched.append(pollfd(fd: output, events: Int16(POLLOUT), revents: 0)) }
        guard poll(&watched, nfds_t(watched.count), Self.milliseconds(until: end)) > 0 else { return [] }
        var wake = Self.wake(ofKeyboard: watched[0]).union(watched[2].revents == 0 ? [] : takeSignals())
        if watched[1].revents != 0 { wake.insert(.mailbox) }
        if watched.count > 3, watched[3].revents != 0 { wake.insert(.writable) }
        return wake
    }

    private func takeSignals() -> Wake {
        var wake: Wake = []
        while true {
            switch signals_next(signals) {
            case SIGHUP: wake.insert(.hangUp)
            case SIGTERM: wake.insert(.terminate)
            case SIGINT: wake.insert(.interrupt)
            case SIGTSTP: wake.insert(.stop)
            case SIGCONT: wake.insert(.continued)
            case SIGWINCH: resizes.noticed(at: .now)
            default: return wake
            }
        }
    }

    /// Rounded up, so that the loop does not spin through the last millisecond; -1 for ever.
    private static func milliseconds(until end: ContinuousClock.Instant?) -> Int32 {
        guard let end else { return -1 }
        let left = max(.zero, ContinuousClock.now.duration(to: end))
        let (seconds, attoseconds) = left.components
        return Int32(clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
