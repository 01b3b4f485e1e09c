import CKernels
import Columnar

/// The texts of one column in the form in which they are looked for.
struct SearchColumn: Sendable {
    private enum Texts: Sendable {
        /// Of few distinct texts, each once.
        case codes(CodeLane, [[UInt8]])
        /// Laid end to end; as they lie in the store, where that is their form already.
        case bytes(Lane<UInt8>, ends: Lane<UInt64>)
    }

    private let texts: Texts

    /// None for a column that holds no texts.
    ///
    /// - Complexity: a pass over the distinct texts, on two threads where they are many
    init?(_ column: Column, form: SearchForm) {
        switch column {
        case .codes(let lane, let codebook, _):
            texts = .codes(lane, (0..<codebook.count).map { form.bytes(of: codebook[$0]) })
        case .texts(let bytes, let ends):
            let isForm = bytes.withValues { text_is_plain($0.baseAddress, $0.count) }
            texts = isForm ? .bytes(bytes, ends: ends) : Self.folded(column, rows: ends.count, form)
        default: return nil
        }
    }

    private static func folded(_ column: Column, rows: Int, _ form: SearchForm) -> Texts {
        let halves = [0..<rows / 2, rows / 2..<rows]
        let parts = shared(halves.count) { half in
            var folded: [UInt8] = []
            var ends: [UInt64] = []
            ends.reserveCapacity(halves[half].count)
            for row in halves[half] {
                if case .text(let text)? = column[row] { folded += form.bytes(of: text) }
                ends.append(UInt64(folded.count))
            }
            return (folded, ends)
        }
        let first = UInt64(parts[0].0.count)
        return .bytes(Lane(parts[0].0 + parts[1].0), ends: Lane(parts[0].1 + parts[1].1.map { $0 + first }))
    }

    /// Adds the rows of a stretch whose text holds a word to a set.
    ///
    /// - `word`: at least one byte, in the form of the column.
    func insert(rowsHolding word: [UInt8], among stretch: Range<Int>, into rows: inout Bitmap) {
        switch texts {
        case .codes(let lane, let forms):
            let hits = [false] + forms.map { Self.holds($0, word) }
            guard hits.contains(true) else { return }
            let stretch = stretch.clamped(to: 0..<min(lane.count, rows.rows))
            switch lane {
            case .bytes(let codes): Self.insert(codes, hits, stretch, &rows)
            case .halves(let codes): Self.insert(codes, hits, stretch, &rows)
            case .words(let codes): Self.insert(codes, hits, stretch, &rows)
            }
        case .bytes(let bytes, let ends):
            let stretch = stretch.clamped(to: 0..<min(ends.count, rows.rows))
            guard !stretch.isEmpty else { return }
            bytes.withValues { bytes in
                ends.withValues { ends in
                    rows.withWords {
                        text_rows(
                            bytes.baseAddress, ends.baseAddress, stretch.lowerBound, stretch.upperBound, word,
                            word.count, $0.baseAddress)
                    }
                }
            }
        }
    }

    /// Adds the rows whose stored code is hit.
    private static func insert<Code: FixedWidthInteger & UnsignedInteger>(
        _ codes: Lane<Code>, _ hits: [Bool], _ stretch: Range<Int>, _ rows: inout Bitmap
    ) {
        codes.withValues { codes in
            hits.withUnsafeBufferPointer { hits in
                rows.withWords { words in
                    for row in stretch where hits[Int(codes[row])] { words[row >> 6] |= 1 << UInt64(row & 63) }
                }
            }
        }
    }

    /// Whether the text of a row holds a word.
    func holds(_ word: [UInt8], row: Int) -> Bool {
        switch texts {
        case .codes(let lane, let forms):
            guard row < lane.count, let code = lane[row] else { return false }
            return Self.holds(forms[code], word)
        case .bytes(let bytes, let ends):
            guard row < ends.count else { return false }
            let start = row == 0 ? 0 : Int(ends[row - 1])
            let size = Int(ends[row]) - start
            return bytes.withValues { bytes in
                guard let base = bytes.baseAddress, size >= word.count else { return false }
                return byte_search(base + start, size, word, word.count) < size
            }
        }
    }

    private static func holds(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        byte_search(text, text.count, word, word.count) < text.count
    }
}
