import CKernels
import Columnar

/// The texts of one column in the form in which they are looked for.
struct SearchColumn: Sendable {
    private enum Texts: Sendable {
        /// Of few distinct texts, each once.
        case codes(CodeLane, [[UInt8]])
        /// Laid end to end.
        case bytes([UInt8], ends: Lane<UInt64>)
        /// As they lie in the store, where that is their form already.
        case stored(Lane<UInt8>, ends: Lane<UInt64>)
    }

    private let texts: Texts

    /// None for a column that holds no texts.
    ///
    /// - Complexity: a pass over the distinct texts
    init?(_ column: Column, form: SearchForm) {
        switch column {
        case .codes(let lane, let codebook, _):
            texts = .codes(lane, (0..<codebook.count).map { form.bytes(of: codebook[$0]) })
        case .texts(let bytes, let ends):
            let isForm = bytes.withValues { $0.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } }
            if isForm {
                texts = .stored(bytes, ends: ends)
                return
            }
            var folded: [UInt8] = []
            folded.reserveCapacity(bytes.count)
            var places: [UInt64] = []
            places.reserveCapacity(ends.count)
            for row in 0..<ends.count {
                if case .text(let text)? = column[row] { folded += form.bytes(of: text) }
                places.append(UInt64(folded.count))
            }
            texts = .bytes(folded, ends: Lane(places))
        default: return nil
        }
    }

    /// Adds the rows of a stretch whose text holds a word to a set.
    ///
    /// - `word`: at least one byte, in the form of the column.
    func insert(rowsHolding word: [UInt8], among stretch: Range<Int>, into rows: inout Bitmap) {
        switch texts {
        case .codes(let lane, let forms):
            let hits = forms.map { Self.holds($0, word) }
            guard hits.contains(true) else { return }
            for row in stretch.clamped(to: 0..<min(lane.count, rows.rows)) {
                if let code = lane[row], hits[code] { rows[row] = true }
            }
        case .bytes(let bytes, let ends):
            bytes.withUnsafeBufferPointer { Self.insert(word, in: $0, ends, stretch, &rows) }
        case .stored(let bytes, let ends):
            bytes.withValues { Self.insert(word, in: $0, ends, stretch, &rows) }
        }
    }

    /// Keeps those rows of a set whose text holds a word.
    func holds(_ word: [UInt8], row: Int) -> Bool {
        switch texts {
        case .codes(let lane, let forms):
            guard row < lane.count, let code = lane[row] else { return false }
            return Self.holds(forms[code], word)
        case .bytes(let bytes, let ends):
            return bytes.withUnsafeBufferPointer { Self.holds($0, ends, row, word) }
        case .stored(let bytes, let ends):
            return bytes.withValues { Self.holds($0, ends, row, word) }
        }
    }

    private static func holds(
        _ bytes: UnsafeBufferPointer<UInt8>, _ ends: Lane<UInt64>, _ row: Int, _ word: [UInt8]
    ) -> Bool {
        guard row < ends.count else { return false }
        let start = row == 0 ? 0 : Int(ends[row - 1])
        let end = Int(ends[row])
        guard end - start >= word.count, let base = bytes.baseAddress else { return false }
        return byte_search(base + start, end - start, word, word.count) < end - start
    }

    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        byte_search(text, text.count, word, word.count) < text.count
    }

    /// Goes from hit to hit; after one the rest of its row is passed over.
    private static func insert(
        _ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ ends: Lane<UInt64>, _ stretch: Range<Int>,
        _ rows: inout Bitmap
    ) {
        let stretch = stretch.clamped(to: 0..<min(ends.count, rows.rows))
        guard let base = bytes.baseAddress, !stretch.isEmpty else { return }
        ends.withValues { ends in
            var row = stretch.lowerBound
            var place = row == 0 ? 0 : Int(ends[row - 1])
            let last = Int(ends[stretch.upperBound - 1])
            while place + word.count <= last {
                let hit = byte_search(base + place, last - place, word, word.count)
                guard hit < last - place else { return }
                let start = place + hit
                row = Self.row(of: start, in: ends, from: row)
                let end = Int(ends[row])
                // A hit that reaches into the next text is none.
                if start + word.count <= end {
                    rows[row] = true
                    place = end
                } else {
                    place = start + 1
                }
            }
        }
    }

    /// The first row at or after another one whose text ends behind a place: near by first, then by halves.
    private static func row(of place: Int, in ends: UnsafeBufferPointer<UInt64>, from first: Int) -> Int {
        var (low, step) = (first, 1)
        while low + step < ends.count, ends[low + step] <= place {
            low += step
            step *= 2
        }
        var high = min(ends.count, low + step)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
