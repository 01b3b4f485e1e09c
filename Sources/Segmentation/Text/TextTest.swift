/// A test of one text.
enum TextTest: Hashable, Sendable {
    /// Equal to one of these, folded; they rise.
    case among([FoldedText])
    /// In the order of folded scalars, from the first to the last bound.
    case ordered(from: TextBound?, to: TextBound?)
    /// Folded: the whole holds the part.
    case contains(FoldedText)
    case startsWith(FoldedText)
    case endsWith(FoldedText)
    /// The same bytes.
    case exactly([UInt8])
    /// Folded, anywhere in the text.
    case matches(Pattern)
}

/// An end of a range of texts.
struct TextBound: Hashable, Sendable {
    let text: FoldedText
    let isIncluded: Bool
}

/// Tests texts one after another.
struct TextMatcher {
    private let test: TextTest
    private var folder = TextFolder()

    init(_ test: TextTest) {
        self.test = test
    }

    /// Whether a text in UTF-8 passes.
    mutating func accepts(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        if case .exactly(let wanted) = test { return utf8.elementsEqual(wanted) }
        return folder.withFolded(utf8) { [test] in test.accepts(folded: $0) }
    }
}

extension TextTest {
    fileprivate func accepts(folded text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .among(let wanted): isElement(text, of: wanted)
        case .ordered(let lower, let upper): isOrdered(text, from: lower, to: upper)
        case .contains(let part): part.bytes.withUnsafeBufferPointer { holds(text, $0) }
        case .startsWith(let part):
            text.count >= part.bytes.count && text.prefix(part.bytes.count).elementsEqual(part.bytes)
        case .endsWith(let part):
            text.count >= part.bytes.count && text.suffix(part.bytes.count).elementsEqual(part.bytes)
        case .matches(let pattern): pattern.matches(text)
        case .exactly: false
        }
    }

    private func isElement(_ text: UnsafeBufferPointer<UInt8>, of wanted: [FoldedText]) -> Bool {
        if wanted.count == 1 { return text.elementsEqual(wanted[0].bytes) }
        var low = 0
        var high = wanted.count
        while low < high {
            let middle = (low + high) / 2
            if wanted[middle].bytes.lexicographicallyPrecedes(text) { low = middle + 1 } else { high = middle }
        }
        return low < wanted.count && text.elementsEqual(wanted[low].bytes)
    }

    private func isOrdered(
        _ text: UnsafeBufferPointer<UInt8>, from lower: TextBound?, to upper: TextBound?
    ) -> Bool {
        if let lower {
            if text.lexicographicallyPrecedes(lower.text.bytes) { return false }
            if !lower.isIncluded, text.elementsEqual(lower.text.bytes) { return false }
        }
        if let upper {
            if upper.text.bytes.lexicographicallyPrecedes(text) { return false }
            if !upper.isIncluded, text.elementsEqual(upper.text.bytes) { return false }
        }
        return true
    }
}

/// Whether a run of bytes stands somewhere in another.
private func holds(_ whole: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    guard whole.count >= part.count else { return false }
    for start in 0...(whole.count - part.count) where whole[start] == first {
        var length = 1
        while length < part.count, whole[start + length] == part[length] { length += 1 }
        if length == part.count { return true }
    }
    return false
}
