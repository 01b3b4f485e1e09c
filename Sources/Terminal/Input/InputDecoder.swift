/// Turns the bytes that a terminal sends into keys, mouse turns and pasted text.
///
/// Bytes may come in any pieces. Answers of the terminal to queries are swallowed. Memory is bounded: 64 bytes for a
/// sequence and `pasteCap` for a paste, whatever is sent.
public struct InputDecoder: Hashable, Sendable {
    /// What an unfinished input is.
    public enum Pending: Hashable, Sendable {
        case nothing
        /// A lone Escape, or the start of a sequence: call `flush` after 25 ms, over a slow line 100 ms.
        case sequence
        /// A paste without its end: call `flush` after 500 ms of silence.
        case paste
    }

    /// Bytes of a paste that are kept: 1 MiB.
    public static let pasteCap = 1 << 20
    static let sequenceCap = 64
    static let replyCap = 4096

    var state = State.ground
    /// Parameter bytes of the sequence so far.
    var parameters: [UInt8] = []
    var paste = PasteBuffer()
    var text = PendingScalar()
    /// Bytes of a reply swallowed so far.
    var replyLength = 0
    /// Whether the next key is held with Alt.
    var hasAlt = false
    /// Whether `flush` has been called on this sequence already.
    var hasStalled = false
    var isWaiting = false
    var events: [InputEvent] = []

    /// Where in the grammar of control sequences the input stands.
    enum State: Hashable, Sendable {
        case ground, escape
        /// `ESC [`, `ESC [ [` of the Linux console, and `ESC O`.
        case control, consoleFunction, shiftThree
        /// The bytes of `ESC [ M` that are left.
        case oldMouse(Int)
        /// A string that the terminal sends in answer: OSC, DCS, APC, PM, SOS.
        case reply(UInt8)
        /// An Escape in a reply: mostly the first half of its end.
        case replyEscape
        case paste
    }

    /// A decoder at the start of its input.
    public init() {}

    /// What is unfinished, and so how long to wait before `flush`.
    public var pending: Pending {
        if state == .paste { return .paste }
        return isWaiting && (state != .ground || text.isStarted) ? .sequence : .nothing
    }

    /// Whether `flush` is to be called unless more bytes come.
    public var needsTimeout: Bool { pending != .nothing }

    /// What a piece of input means, in order.
    public mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        for byte in bytes { take(byte) }
        isWaiting = true
        return takeEvents()
    }

    /// What an unfinished input means, once nothing has followed it.
    ///
    /// A lone Escape is the Escape key; a paste ends. A started sequence may still go on once, as lines can be slow.
    public mutating func flush() -> [InputEvent] {
        switch state {
        case .ground: finishText()
        case .escape: leave(emitting: .escape)
        case .paste: finishPaste()
        case .reply(let introducer) where replyLength == 0:
            hasAlt = true
            leave(emitting: .character(Character(Unicode.Scalar(introducer))))
        default: hasStalled ? leave() : (hasStalled = true)
        }
        isWaiting = false
        return takeEvents()
    }

    private mutating func takeEvents() -> [InputEvent] {
        defer { events = [] }
        return events
    }

    mutating func take(_ byte: UInt8) {
        switch state {
        case .paste: if paste.take(byte) { finishPaste() }
        case .ground: takeText(byte)
        case .escape: takeEscaped(byte)
        case .control: takeControl(byte)
        case .consoleFunction:
            (0x41...0x45).contains(byte) ? leave(emitting: .function(Int(byte) - 0x40)) : leave(rereading: byte)
        case .shiftThree: takeShiftThree(byte)
        case .oldMouse(let left): left > 1 ? (state = .oldMouse(left - 1)) : leave()
        case .reply: takeReply(byte)
        case .replyEscape: takeReplyEscape(byte)
        }
    }

    /// Goes back to the ground and reports a key.
    mutating func leave(emitting key: Key? = nil) {
        state = .ground
        parameters.removeAll(keepingCapacity: true)
        hasStalled = false
        if let key { emit(key) }
        hasAlt = false
    }

    /// Gives a sequence up at a byte that cannot belong to it.
    mutating func leave(rereading byte: UInt8) {
        leave()
        take(byte)
    }

    mutating func emit(_ key: Key) {
        events.append(.key(hasAlt ? key.with(.alt) : key))
        hasAlt = false
    }

    private mutating func finishPaste() {
        events.append(paste.finish())
        leave()
    }
}
