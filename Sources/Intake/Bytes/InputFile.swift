import CZlib
import Glibc

/// The bytes of a file in order, decompressed if they are gzip.
final class InputFile {
    let path: String
    /// Whether the file is compressed with gzip.
    let isCompressed: Bool
    /// Bytes taken from the file so far.
    private(set) var bytesRead = 0
    private let descriptor: Int32
    private var inflater: Inflater?

    init(_ path: String) throws(IntakeError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.systemReason()) }
        var first: (UInt8, UInt8) = (0, 0)
        let opened = descriptor
        let count = withUnsafeMutableBytes(of: &first) { pread(opened, $0.baseAddress, 2, 0) }
        if count < 0 {
            let reason = Self.systemReason()
            close(opened)
            throw .unreadable(path: path, reason: reason)
        }
        isCompressed = count == 2 && first == (0x1F, 0x8B)
        if isCompressed { inflater = Inflater() }
    }

    deinit {
        close(descriptor)
    }

    /// Fills the buffer from its start, with at least one byte unless the file is at its end.
    ///
    /// - Returns: the bytes written, 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeError) -> Int {
        guard let inflater else { return try readPlain(into: buffer) }
        while true {
            switch inflater.inflate(into: buffer) {
            case .bytes(let count): return count
            case .damaged: throw .damaged(path: path)
            case .hungry:
                let count = try readPlain(into: inflater.input)
                guard count > 0 else {
                    if inflater.isBetweenMembers { return 0 }
                    throw .endsInTheMiddle(path: path)
                }
                inflater.feed(count)
            }
        }
    }

    private func readPlain(into buffer: UnsafeMutableRawBufferPointer) throws(IntakeError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                bytesRead += count
                return count
            }
            guard errno == EINTR else { throw .unreadable(path: path, reason: Self.systemReason()) }
        }
    }

    private static func systemReason() -> String {
        String(cString: strerror(errno))
    }
}
