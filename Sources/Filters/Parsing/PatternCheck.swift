/// Checks that a pattern belongs to the subset that is matched in time linear to the text.
///
/// The subset: literals, `.`, `^`, `$`, `|`, `( )`, `(?: )`, classes `[a-z]` and `[^a-z]`, the escapes `\d \D \w \W \s \S
/// \b \B \t \n \r` and of any sign, and the repetitions `* + ? {n} {n,} {n,m}`, each with an optional lazy `?`.
struct PatternCheck {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var openGroups = 0
    /// Whether a repetition may follow.
    private var hasAtom = false

    /// What is wrong with a pattern; nil for one that can be used.
    static func fault(in pattern: String) -> PatternFault? {
        var check = PatternCheck(pattern)
        return check.run()
    }

    private init(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
    }

    private mutating func run() -> PatternFault? {
        guard !scalars.isEmpty else { return .empty }
        while let scalar = next() {
            if let fault = element(scalar) { return fault }
        }
        return openGroups > 0 ? .unclosedGroup : nil
    }

    private mutating func element(_ scalar: Unicode.Scalar) -> PatternFault? {
        switch scalar {
        case "(": return group()
        case ")":
            openGroups -= 1
            hasAtom = true
            return openGroups < 0 ? .strayBracket : nil
        case "[":
            hasAtom = true
            return characterClass()
        case "\\":
            hasAtom = true
            return escape(inClass: false)
        case "*", "+", "?": return repetition()
        case "{" where startsBounds: return bounds() ?? repetition()
        case "|", "^":
            hasAtom = false
            return nil
        default:
            hasAtom = true
            return nil
        }
    }

    private mutating func group() -> PatternFault? {
        openGroups += 1
        hasAtom = false
        guard openGroups <= 100 else { return .tooDeep }
        guard peek() == "?" else { return nil }
        position += 1
        switch next() {
        case ":": return nil
        case "=", "!": return .lookaround
        case ">": return .possessive
        case "<": return peek() == "=" || peek() == "!" ? .lookaround : .group
        default: return .group
        }
    }

    private mutating func repetition() -> PatternFault? {
        guard hasAtom else { return .nothingToRepeat }
        hasAtom = false
        if peek() == "?" { position += 1 }
        return peek() == "+" ? .possessive : nil
    }

    private var startsBounds: Bool { peek()?.isDigit == true }

    /// `{2}`, `{2,}`, `{2,5}` after the brace.
    private mutating func bounds() -> PatternFault? {
        let lower = integer()
        var upper = lower
        if peek() == "," {
            position += 1
            upper = peek()?.isDigit == true ? integer() : lower
        }
        guard next() == "}", let lower, let upper, lower <= upper, upper <= 1000 else { return .repetition }
        return nil
    }

    private mutating func integer() -> Int? {
        let start = position
        while peek()?.isDigit == true { position += 1 }
        return position - start <= 4 ? Int(scalars[start..<position].map(String.init).joined()) : nil
    }

    private mutating func characterClass() -> PatternFault? {
        if peek() == "^" { position += 1 }
        var previous: Unicode.Scalar?
        var isFirst = true
        while let scalar = next() {
            if scalar == "]", !isFirst { return nil }
            isFirst = false
            if scalar == "\\" {
                if let fault = escape(inClass: true) { return fault }
                previous = nil
            } else if scalar == "-", let lower = previous, let upper = peek(), upper != "]" {
                if upper != "\\" {
                    position += 1
                    if upper < lower { return .reversedClass }
                }
                previous = nil
            } else {
                previous = scalar
            }
        }
        return .unclosedClass
    }

    private mutating func escape(inClass: Bool) -> PatternFault? {
        guard let scalar = next() else { return .escape("\\") }
        switch scalar {
        case "1"..."9", "k": return .backreference
        case "d", "D", "w", "W", "s", "S", "t", "n", "r": return nil
        case "b", "B": return inClass ? .escape("\\\(scalar)") : nil
        case _ where scalar.continuesWord: return .escape("\\\(scalar)")
        default: return nil
        }
    }

    private func peek() -> Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private mutating func next() -> Unicode.Scalar? {
        guard let scalar = peek() else { return nil }
        position += 1
        return scalar
    }
}
