extension Mask {
    /// Adds the rows whose text holds a part, where a text of ASCII alone is read without its case.
    ///
    /// Eight bytes are looked at a time, across the borders of texts, for the first and the last byte of the part.
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
                        let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
                        switch search.judgement(at: hit, before: end) {
                        case .holds: insert(row)
                        case .goesOn:
                            place = hit + 1
                            continue
                        case .asWhole: if test(text) { insert(row) }
                        }
                        place = end
                    }
                }
            }
        }
    }
}

/// Looks for the places at which a part of ASCII may stand.
private struct PartSearch {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let part: UnsafeBufferPointer<UInt8>
    /// From the first to the last byte of the part.
    private let distance: Int
    private let first: Lanes
    private let last: Lanes

    init(bytes: UnsafeBufferPointer<UInt8>, part: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        self.part = part
        // No text of ASCII holds a part with other bytes: then those alone are looked for.
        let isForeign = part.contains { $0 >= 0x80 }
        distance = isForeign ? 0 : part.count - 1
        first = Lanes(of: isForeign ? nil : part.first)
        last = Lanes(of: isForeign ? nil : part.last)
    }

    /// The next place of a byte that is none of ASCII, or at which the part may stand; none before the end.
    func next(from start: Int, to end: Int) -> Int? {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
        var place = start
        while place + 8 + distance <= end {
            let here = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            let there = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place + distance, as: UInt64.self))
            let differing = first.differences(here) | last.differences(there)
            // The lowest mark is right; those above it may be none.
            let marks = ((differing &- 0x0101_0101_0101_0101) & ~differing | here) & 0x8080_8080_8080_8080
            if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < end {
            if bytes[place] >= 0x80 || first.differences(UInt64(bytes[place])) & 0xFF == 0 { return place }
            place += 1
        }
        return nil
    }

    enum Judgement {
        case holds, goesOn
        /// The text has other bytes than those of ASCII here, or behind the part, where they may change its last letter.
        case asWhole
    }

    /// What a place that was found tells of its text, which ends before the next one.
    func judgement(at place: Int, before end: Int) -> Judgement {
        if bytes[place] >= 0x80 { return .asWhole }
        guard place + part.count <= end else { return .goesOn }
        for offset in part.indices {
            let byte = bytes[place + offset]
            guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == part[offset] else { return .goesOn }
        }
        let next = place + part.count
        return next < end && bytes[next] >= 0x80 ? .asWhole : .holds
    }
}

/// One byte of a part eight times over, to be compared with eight bytes of a text.
private struct Lanes {
    private let wanted: UInt64
    /// The bit of the case, where the byte is a letter.
    private let folding: UInt64

    /// `byte`: in lower case; none equals no byte.
    init(of byte: UInt8?) {
        let eight: UInt64 = 0x0101_0101_0101_0101
        guard let byte else {
            // With the lowest bit set in all bytes no byte is 0.
            (wanted, folding) = (0, eight)
            return
        }
        wanted = UInt64(byte) &* eight
        folding = byte &- 0x61 < 26 ? 0x20 &* eight : 0
    }

    /// 0 in the bytes that are equal.
    func differences(_ bytes: UInt64) -> UInt64 { (bytes | folding) ^ wanted }
}
