/// What woke the event loop; empty when the time was up.
public struct Wake: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Something was typed: read it.
    public static let keyboard = Wake(rawValue: 1)
    /// Messages wait in the mailbox.
    public static let mailbox = Wake(rawValue: 2)
    /// The output takes bytes again.
    public static let writable = Wake(rawValue: 4)
    /// The terminal has another size and has come to rest: ask for it.
    public static let resized = Wake(rawValue: 8)
    /// The line dropped: end at once, nobody is looking any more.
    public static let hangUp = Wake(rawValue: 16)
    /// Asked to end (SIGTERM).
    public static let terminate = Wake(rawValue: 32)
    /// Asked to end (SIGINT, which is not ^C: that is typed).
    public static let interrupt = Wake(rawValue: 64)
    /// Asked to stop (SIGTSTP): suspend the terminal.
    public static let stop = Wake(rawValue: 128)
    /// Continued after a stop that could not be seen (SIGSTOP): retake the terminal.
    public static let continued = Wake(rawValue: 256)
}
