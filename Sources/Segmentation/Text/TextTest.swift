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

extension TextTest {
    /// Lends `body` the test as a function of a text in UTF-8.
    ///
    /// What the test needs is unpacked once, for counting references would cost more than comparing texts.
    func withFunction<Result>(_ body: ((UnsafeBufferPointer<UInt8>) -> Bool) throws -> Result) rethrows -> Result {
        switch self {
        case .exactly(let wanted):
            try wanted.withUnsafeBufferPointer { wanted in try body { $0.elementsEqual(wanted) } }
        case .contains(let part): try with(part, body) { holds($0, $1) }
        case .startsWith(let part):
            try with(part, body) { $0.count >= $1.count && $0.prefix($1.count).elementsEqual($1) }
        case .endsWith(let part):
            try with(part, body) { $0.count >= $1.count && $0.suffix($1.count).elementsEqual($1) }
        case .among(let wanted) where wanted.count == 1: try with(wanted[0], body) { $0.elementsEqual($1) }
        case .among(let wanted):
            try Folding.with { folding in try body { folding.fold($0) { isElement($0, of: wanted) } } }
        case .ordered(let lower, let upper):
            try Folding.with { folding in try body { folding.fold($0) { isOrdered($0, from: lower, to: upper) } } }
        case .matches(let pattern): try with(PatternMachine(pattern), body)
        }
    }

    private func with<Result>(
        _ machine: PatternMachine, _ body: ((UnsafeBufferPointer<UInt8>) -> Bool) throws -> Result
    ) rethrows -> Result {
        var machine = machine
        return try Folding.with { folding in try body { folding.fold($0) { machine.matches($0) } } }
    }

    private func with<Result>(
        _ part: FoldedText, _ body: ((UnsafeBufferPointer<UInt8>) -> Bool) throws -> Result,
        _ compare: @escaping (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
    ) rethrows -> Result {
        try part.bytes.withUnsafeBufferPointer { part in
            try Folding.with { folding in try body { folding.fold($0) { compare($0, part) } } }
        }
    }
}

private func isElement(_ text: UnsafeBufferPointer<UInt8>, of wanted: [FoldedText]) -> Bool {
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
