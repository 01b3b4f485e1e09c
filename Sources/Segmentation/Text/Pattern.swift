public import Phrases

/// A regular expression that is matched in time linear to the text.
///
/// The subset: literals, `.`, `^`, `$`, `|`, groups, classes, `\d \w \s \b` with their negations, `\t \n \r`, and the
/// repetitions `* + ? {n} {n,} {n,m}`. The text is folded, so case makes no difference; a match may lie anywhere in it.
struct Pattern: Hashable, Sendable {
    /// The pattern as it was written.
    let source: String
    let program: [Instruction]
    /// The classes that the program reads.
    let classes: [ScalarClass]

    /// The steps of Pike's machine; targets are places in the program.
    enum Instruction: Hashable, Sendable {
        /// Reads a scalar of the class of a number.
        case scalar(Int)
        case split(Int, Int)
        case jump(Int)
        case assert(Assertion)
        case match
    }

    enum Assertion: Hashable, Sendable {
        case start, end, wordBoundary, noWordBoundary
    }

    /// Reads a pattern.
    init(_ source: String) throws(PatternError) {
        self.source = source
        var reader = PatternReader(source)
        var compiler = PatternCompiler()
        try compiler.emit(try reader.read())
        (program, classes) = compiler.finished()
    }
}

/// Why a pattern cannot be used.
public enum PatternError: Error, Hashable {
    /// Not in the subset, or not well formed, from this sign on, counted from 1.
    case malformed(at: Int)
    /// Repetitions that multiply beyond what can be matched quickly.
    case tooLarge

    /// What is wrong, as one plain sentence.
    public var phrase: Phrase {
        switch self {
        case .malformed(let place):
            Phrase("pattern.malformed", "The pattern cannot be read from its sign %1 on.", "\(place)")
        case .tooLarge: Phrase("pattern.large", "The pattern repeats too much to be matched quickly.")
        }
    }
}

/// A set of scalars.
struct ScalarClass: Hashable, Sendable {
    enum Named: Hashable, Sendable {
        case any, digit, word, space
    }

    var isNegated = false
    var scalars: Set<UInt32> = []
    var ranges: [ClosedRange<UInt32>] = []
    /// Named sets with whether they are meant without their members.
    var named: [Named: Set<Bool>] = [:]

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isListed =
            scalars.contains(scalar.value) || ranges.contains { $0.contains(scalar.value) }
            || named.contains { name, negations in negations.contains { name.contains(scalar) != $0 } }
        return isListed != isNegated
    }
}

extension ScalarClass.Named {
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .any: scalar != "\n"
        case .digit: scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.generalCategory == .decimalNumber
        case .word: scalar.isWord
        case .space: scalar.properties.isWhitespace
        }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is part of a word: a letter, mark, digit or underscore.
    var isWord: Bool {
        if isASCII {
            return ("a"..."z").contains(self) || ("0"..."9").contains(self) || ("A"..."Z").contains(self) || self == "_"
        }
        switch properties.generalCategory {
        case .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation: return true
        default: return properties.isAlphabetic
        }
    }
}
