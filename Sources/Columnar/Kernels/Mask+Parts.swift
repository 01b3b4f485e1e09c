extension Mask {
    /// Adds the rows whose text holds a part, where a text of ASCII alone is read without its case.
    ///
    /// Sixteen bytes are looked at a time, across the borders of texts, for the first and the last byte of the part.
    ///
    /// - Parameters:
    ///   - bytes: the texts end to end; the run lies inside them.
    ///   - ends: where each text ends.
    ///   - part: what is looked for, in lower case; not empty.
    ///   - test: the same test for texts that have other bytes than those of ASCII.
    public mutating func insert(
        texts bytes: Lane<UInt8>, ends: Lane<UInt64>, holding part: [UInt8],
        otherwise test: (UnsafeBufferPointer<UInt8>) -> Bool
    ) {
        precondition(rows.upperBound <= ends.count, "a run outside its lane")
        guard !rows.isEmpty, !part.isEmpty else { return }
        let rows = rows
        bytes.withValues { bytes in
            ends.withValues { ends in
                part.withUnsafeBufferPointer { part in
                    let search = PartSearch(bytes: bytes, part: part)
                    var place = rows.lowerBound == 0 ? 0 : Int(ends[rows.lowerBound - 1])
                    let last = Int(ends[rows.upperBound - 1])
                    var row = rows.lowerBound
                    while let hit = search.next(from: place, to: last) {
                        while Int(ends[row]) <= hit { row += 1 }
                        let start = row == 0 ? 0 : Int(ends[row - 1])
                        let end = Int(ends[row])
                        let isHeld =
                            bytes[hit] < 0x80
                            ? search.stands(at: hit, before: end)
                            : test(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                        if isHeld { insert(row) }
                        // A text with other bytes is judged as a whole.
                        place = isHeld || bytes[hit] >= 0x80 ? end : hit + 1
                    }
                }
            }
        }
    }
}

/// Looks for the places at which a part of ASCII may stand.
private struct PartSearch {
    let bytes: UnsafeBufferPointer<UInt8>
    let part: UnsafeBufferPointer<UInt8>
    /// Whether the part has other bytes than those of ASCII, so that no text of ASCII holds it.
    private let isForeign: Bool

    init(bytes: UnsafeBufferPointer<UInt8>, part: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        self.part = part
        isForeign = part.contains { $0 >= 0x80 }
    }

    /// The next place of a byte that is none of ASCII, or at which the part may stand; none before the end.
    func next(from start: Int, to end: Int) -> Int? {
        var place = start
        guard let base = UnsafeRawPointer(bytes.baseAddress), let first = part.first, let last = part.last else {
            return nil
        }
        let distance = isForeign ? 0 : part.count - 1
        let (firsts, lasts) = (SIMD16(repeating: first), SIMD16(repeating: last))
        while place + 16 + distance <= end {
            let here = base.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
            var marks = here & 0x80
            if !isForeign {
                let there = base.loadUnaligned(fromByteOffset: place + distance, as: SIMD16<UInt8>.self)
                let differing = (folded(here) ^ firsts) | (folded(there) ^ lasts)
                marks.replace(with: 0x80, where: differing .== 0)
            }
            let halves = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
            if halves[0] | halves[1] != 0 {
                return place + (halves[0] != 0 ? halves[0].firstByte : 8 + halves[1].firstByte)
            }
            place += 16
        }
        while place < end {
            if bytes[place] >= 0x80 || (!isForeign && folded(bytes[place]) == first) { return place }
            place += 1
        }
        return nil
    }

    /// Whether the part stands at a place, in a text that ends where it may not go beyond.
    func stands(at place: Int, before end: Int) -> Bool {
        guard place + part.count <= end else { return false }
        for offset in part.indices where folded(bytes[place + offset]) != part[offset] { return false }
        return true
    }

    private func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    private func folded(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
        bytes | SIMD16(repeating: 0x20).replacing(with: 0, where: (bytes &- 0x41) .>= 26)
    }
}

extension UInt64 {
    /// The number of the first byte that is not 0, in the order of memory.
    fileprivate var firstByte: Int { littleEndian.trailingZeroBitCount / 8 }
}
