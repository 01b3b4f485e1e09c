/// The part of a file that is in memory: unread rows, and after them texts that had to be rewritten.
///
/// Offsets stay valid until the next `refill`.
final class Window {
    /// Readable beyond every offset, so that fields can be loaded by the word.
    static let padding = 64

    private(set) var base: UnsafeMutablePointer<UInt8>
    /// Where the bytes of the file end.
    private(set) var end = 0
    /// Where the first row not yet taken begins.
    var start = 0
    /// Whether the last byte of the file is in the window.
    private(set) var isAtEnd = false
    /// What went wrong while reading; it is reported once the rows before it are gone.
    private var failure: IntakeError?
    private let file: InputFile
    private let decoder: SingleByteDecoder?
    private let step: Int
    private var capacity: Int
    /// Where rewritten texts go; at least as many as the bytes of the file in the window fit.
    private var rewritten: Int
    private let constants: [UInt8]

    /// Reads `step` bytes at a time; `constants` are texts of the plan that fields may stand for.
    init(_ file: InputFile, encoding: TextEncoding, constants: [UInt8] = [], step: Int) {
        self.file = file
        self.step = step
        self.constants = constants
        decoder = SingleByteDecoder(encoding)
        capacity = max(step, 64) * 2
        base = Self.allocate(capacity, constants)
        rewritten = capacity
    }

    deinit {
        base.deallocate()
    }

    var bytesRead: Int { file.bytesRead }

    var path: String { file.path }

    /// What went wrong while reading, once.
    func takeFailure() -> IntakeError? {
        defer { failure = nil }
        return failure
    }

    /// Where the constants begin.
    var constantsStart: Int { capacity * 2 }

    private static func allocate(_ capacity: Int, _ constants: [UInt8]) -> UnsafeMutablePointer<UInt8> {
        let size = capacity * 2 + constants.count + padding
        let base = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        base.initialize(repeating: 0, count: size)
        for (offset, byte) in constants.enumerated() { base[capacity * 2 + offset] = byte }
        return base
    }

    /// Drops what was taken and reads on.
    ///
    /// At the end of the file a line end is put after the last line if it has none.
    func refill(newline: UInt8) {
        guard !isAtEnd else { return }
        if start > 0 {
            base.update(from: base + start, count: end - start)
            end -= start
            start = 0
        }
        if capacity - end < step + 1 { grow() }
        let count = readBytes()
        end += count
        guard count == 0 else { return }
        isAtEnd = true
        if failure != nil {
            // The last row may be cut off, so it does not count.
            end = (start..<end).last { base[$0] == newline }.map { $0 + 1 } ?? start
        } else if end > start, base[end - 1] != newline {
            base[end] = newline
            end += 1
        }
    }

    private func readBytes() -> Int {
        do throws(IntakeError) {
            if let decoder { return try decoder.read(from: file, into: base + end, count: step) }
            return try file.read(into: UnsafeMutableRawBufferPointer(start: base + end, count: step))
        } catch {
            failure = error
            return 0
        }
    }

    private func grow() {
        let larger = Self.allocate(capacity * 2, constants)
        larger.update(from: base, count: end)
        base.deallocate()
        base = larger
        capacity *= 2
        rewritten = capacity
    }

    /// Forgets all rewritten texts.
    func clearRewritten() { rewritten = capacity }

    /// Puts a byte behind the rewritten texts.
    ///
    /// A row's rewritten texts are never longer than the row, so there is always room.
    func rewrite(_ byte: UInt8) {
        precondition(rewritten < capacity * 2, "a rewritten text longer than its row")
        base[rewritten] = byte
        rewritten += 1
    }

    /// Where the next rewritten byte goes.
    var rewrittenEnd: UInt32 { UInt32(rewritten) }

    /// Drops rewritten texts from an offset on.
    func cutRewritten(to offset: UInt32) { rewritten = Int(offset) }
}

extension Window {
    /// Reads until some bytes are there or the file is at its end.
    func fillFirst(newline: UInt8, upTo count: Int) throws(IntakeError) {
        while end < count, !isAtEnd { refill(newline: newline) }
    }

    /// Goes past the mark with which some programs begin UTF-8.
    func skipByteOrderMark() {
        if end - start >= 3, base[start] == 0xEF, base[start + 1] == 0xBB, base[start + 2] == 0xBF { start += 3 }
    }

    /// The bytes as text for people, cut after 16 KiB.
    func raw(_ extent: Range<Int>) -> String {
        let shown = extent.prefix(16 << 10)
        var end = shown.upperBound
        while end > extent.lowerBound, base[end - 1] == UInt8(ascii: "\n") || base[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        let bytes = UnsafeBufferPointer(start: base + extent.lowerBound, count: end - extent.lowerBound)
        return String(decoding: bytes, as: UTF8.self)
    }
}
