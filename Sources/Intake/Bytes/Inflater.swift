import CZlib

/// Decompresses gzip, member after member.
final class Inflater {
    enum Outcome {
        case bytes(Int)
        /// More input is needed.
        case hungry
        case damaged
    }

    /// Where compressed bytes are to be put before `feed`.
    let input: UnsafeMutableRawBufferPointer
    /// Whether the input so far ends with the end of a member.
    private(set) var isBetweenMembers = false
    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool

    init() {
        input = .allocate(byteCount: 64 << 10, alignment: 16)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        isReady = czlib_open_gzip(stream) == Z_OK
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        input.deallocate()
    }

    /// Takes the first bytes of `input` as the next to decompress.
    func feed(_ count: Int) {
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
    }

    /// Decompresses into the buffer until it is full or the input is used up.
    func inflate(into buffer: UnsafeMutableRawBufferPointer) -> Outcome {
        guard isReady else { return .damaged }
        let room = min(buffer.count, 1 << 30)
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        while stream.pointee.avail_out > 0, stream.pointee.avail_in > 0 {
            if isBetweenMembers, !beginMember() { break }
            let status = CZlib.inflate(stream, Z_NO_FLUSH)
            if status == Z_STREAM_END {
                isBetweenMembers = true
            } else if status != Z_OK {
                // What was decompressed before the damage is handed on first.
                return written(of: room) > 0 ? .bytes(written(of: room)) : .damaged
            }
        }
        return written(of: room) > 0 ? .bytes(written(of: room)) : .hungry
    }

    private func written(of room: Int) -> Int { room - Int(stream.pointee.avail_out) }

    /// Starts the next member, or drops what follows the last one if it is padding.
    private func beginMember() -> Bool {
        while stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0 {
            stream.pointee.next_in += 1
            stream.pointee.avail_in -= 1
        }
        guard stream.pointee.avail_in > 0 else { return false }
        isBetweenMembers = false
        return inflateReset(stream) == Z_OK
    }
}
