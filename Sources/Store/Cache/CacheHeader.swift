import Foundation

/// The beginning of a cache file: where its directory lies, and whether a loss of power may have taken a part of it.
///
/// A file is not written out before it is used, which would hold up an import. Until that has happened it is good for
/// the run of the system in which it was written; after another start nobody can tell what of it reached the disk.
struct CacheHeader: Equatable, Sendable {
    /// Where the directory lies, and its length.
    let offset, count: Int
    /// The run of the system in which the file was written; none where the system does not name it.
    let boot: SystemBoot?
    /// Whether the file was written out.
    var isSettled = false

    private static let mark = Array("PATRONC8".utf8)
    private static let settledOffset = 40

    init(offset: Int, count: Int, boot: SystemBoot?) {
        (self.offset, self.count, self.boot) = (offset, count, boot)
    }

    /// Reads a header; none from bytes that are none.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.settledOffset + 8, bytes.starts(with: Self.mark) else { return nil }
        let numbers = bytes.withUnsafeBytes { bytes in
            stride(from: 8, through: Self.settledOffset, by: 8).map {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
            }
        }
        (offset, count) = (Int(clamping: numbers[0]), Int(clamping: numbers[1]))
        boot = SystemBoot(high: numbers[2], low: numbers[3])
        isSettled = numbers[4] == 1
    }

    var bytes: [UInt8] {
        let numbers = [
            UInt64(offset), UInt64(count), boot?.high ?? 0, boot?.low ?? 0, isSettled ? 1 : 0,
        ]
        return numbers.reduce(into: Self.mark) { bytes, number in
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
    }

    /// Has the file written out and says so in it, unless another has taken its place.
    ///
    /// Where that fails, the file is built anew after the next start of the system; nothing else hangs on it.
    func settle(path: String) {
        let file = open(path, O_RDWR | O_CLOEXEC)
        guard file >= 0 else { return }
        defer { close(file) }
        var found = [UInt8](repeating: 0, count: bytes.count)
        guard pread(file, &found, found.count, 0) == found.count, found == bytes, fdatasync(file) == 0 else { return }
        let settled = withUnsafeBytes(of: UInt64(1).littleEndian) { Array($0) }
        _ = pwrite(file, settled, settled.count, off_t(Self.settledOffset))
    }
}

/// One run of the system, from its start to the next.
struct SystemBoot: Equatable, Sendable {
    let high, low: UInt64

    /// None for the number that no run has.
    init?(high: UInt64, low: UInt64) {
        guard high != 0 || low != 0 else { return nil }
        (self.high, self.low) = (high, low)
    }

    /// The present one; none where the system does not name it.
    static let current: SystemBoot? = {
        let file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var text = [UInt8](repeating: 0, count: 36)
        guard read(file, &text, text.count) == text.count,
            let number = UUID(uuidString: String(decoding: text, as: UTF8.self))
        else { return nil }
        return withUnsafeBytes(of: number.uuid) {
            SystemBoot(
                high: $0.loadUnaligned(as: UInt64.self), low: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
    }()
}
