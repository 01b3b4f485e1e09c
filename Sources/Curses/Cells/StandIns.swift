import CNcurses

/// Private characters that stand in ncurses for those of doubtful width.
///
/// ncurses works out where the cursor is from its own table of widths, so one character that a terminal draws
/// narrower or wider shifts the rest of the line. A stand-in is one column wide for certain and knows its
/// place; in the bytes of the frame it gives way to the real character with the cursor put right after it.
struct StandIns {
    /// The first of the private plane that stand-ins are taken from.
    static let base: UInt32 = 0x10_0000
    private static let limit = 0xFFFE

    /// What each one gives way to; nothing for the right half of a wide one.
    private var wire: [[UInt8]] = []

    /// Whether a screen of so many cells may find too few left; then all must be drawn anew after `removeAll`.
    func isExhausted(forCells count: Int) -> Bool {
        !wire.isEmpty && wire.count + count > Self.limit
    }

    mutating func removeAll() {
        wire.removeAll(keepingCapacity: true)
    }

    /// Takes a stand-in for a cluster.
    ///
    /// - Returns: one character a column.
    mutating func add(_ scalars: [UInt32], row: Int, column: Int, width: Int, isAtEdge: Bool) -> Range<UInt32> {
        let first = Self.base + UInt32(wire.count)
        var bytes = Array(repeating: UInt8(ascii: " "), count: width)
        bytes += place(row, column)
        for scalar in scalars.compactMap(Unicode.Scalar.init) { bytes += Array(String(scalar).utf8) }
        // Beyond the edge there is no place; there ncurses itself starts from nowhere.
        if !isAtEdge { bytes += place(row, column + width) }
        wire.append(bytes)
        for _ in 1..<width { wire.append([]) }
        return first..<first + UInt32(width)
    }

    /// The frame with the real characters in it.
    func expand(_ frame: [UInt8]) -> [UInt8] {
        guard !wire.isEmpty, frame.contains(0xF4) else { return frame }
        var expanded: [UInt8] = []
        expanded.reserveCapacity(frame.count + 64)
        var index = 0
        while index < frame.count {
            if frame[index] == 0xF4, index + 3 < frame.count, let bytes = bytes(at: index, in: frame) {
                expanded += bytes
                index += 4
            } else {
                expanded.append(frame[index])
                index += 1
            }
        }
        return expanded
    }

    private func bytes(at index: Int, in frame: [UInt8]) -> [UInt8]? {
        let number =
            Int(frame[index + 1] & 0x3F) << 12 | Int(frame[index + 2] & 0x3F) << 6 | Int(frame[index + 3] & 0x3F)
        return number < wire.count ? wire[number] : nil
    }

    private func place(_ row: Int, _ column: Int) -> [UInt8] {
        [UInt8](room: 64) { screen_place(Int32(row), Int32(column), $0, $1) }
    }
}
