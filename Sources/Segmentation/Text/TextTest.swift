/// A test of one text.
public enum TextTest: Hashable, Sendable {
    /// Equal to one of these, folded.
    case among(Set<FoldedText>)
    /// In the order of folded scalars, from the first to the last bound.
    case ordered(from: TextBound?, to: TextBound?)
    /// Folded: the whole holds the part.
    case contains(FoldedText)
    case startsWith(FoldedText)
    case endsWith(FoldedText)
    /// The same bytes.
    case exactly(String)
    /// Folded, anywhere in the text.
    case matches(Pattern)
}

/// An end of a range of texts.
public struct TextBound: Hashable, Sendable {
    public let text: FoldedText
    public let isIncluded: Bool

    public init(_ text: FoldedText, isIncluded: Bool) {
        self.text = text
        self.isIncluded = isIncluded
    }
}

extension TextTest {
    /// Whether a text passes.
    func accepts(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        if case .exactly(let wanted) = self { return utf8.elementsEqual(wanted.utf8) }
        let text = FoldedText(folding: utf8)
        switch self {
        case .among(let wanted): return wanted.contains(text)
        case .ordered(let lower, let upper): return isOrdered(text, from: lower, to: upper)
        case .contains(let part): return holds(text.bytes, part.bytes)
        case .startsWith(let part): return text.bytes.starts(with: part.bytes)
        case .endsWith(let part): return text.bytes.reversed().starts(with: part.bytes.reversed())
        case .matches(let pattern): return pattern.matches(text)
        case .exactly: return false
        }
    }

    private func isOrdered(_ text: FoldedText, from lower: TextBound?, to upper: TextBound?) -> Bool {
        if let lower, text.precedes(lower.text) || (!lower.isIncluded && text == lower.text) { return false }
        if let upper, upper.text.precedes(text) || (!upper.isIncluded && text == upper.text) { return false }
        return true
    }

    private func holds(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first else { return true }
        guard whole.count >= part.count else { return false }
        return whole.withUnsafeBufferPointer { whole in
            part.withUnsafeBufferPointer { part in
                for start in 0...(whole.count - part.count) where whole[start] == first {
                    if part.indices.allSatisfy({ whole[start + $0] == part[$0] }) { return true }
                }
                return false
            }
        }
    }
}

extension FoldedText {
    /// Whether the text comes before another in the order of scalars.
    func precedes(_ other: FoldedText) -> Bool {
        bytes.lexicographicallyPrecedes(other.bytes)
    }
}
