/// The tree of a pattern.
indirect enum PatternNode {
    case empty
    case scalars(ScalarClass)
    case assertion(Pattern.Assertion)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// No upper bound where `most` is none.
    case repeated(PatternNode, least: Int, most: Int?)
}

/// Reads a pattern by recursive descent.
struct PatternReader {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    mutating func read() throws(PatternError) -> PatternNode {
        let node = try choice()
        guard position == scalars.count else { throw malformed }
        return node
    }

    private var malformed: PatternError { .malformed(at: position + 1) }

    private mutating func choice() throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 200 else { throw .tooLarge }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let next = peek(), next != "|", next != ")" { parts.append(try repetition(of: try atom())) }
        return parts.isEmpty ? .empty : .sequence(parts)
    }

    private mutating func repetition(of node: PatternNode) throws(PatternError) -> PatternNode {
        let bounds: (Int, Int?)
        if take("*") {
            bounds = (0, nil)
        } else if take("+") {
            bounds = (1, nil)
        } else if take("?") {
            bounds = (0, 1)
        } else if peek() == "{", position + 1 < scalars.count, scalars[position + 1].isDigit {
            bounds = try braces()
        } else {
            return node
        }
        // Lazy or not makes no difference to whether there is a match.
        _ = take("?")
        if let next = peek(), next == "*" || next == "+" { throw malformed }
        return .repeated(node, least: bounds.0, most: bounds.1)
    }

    private mutating func braces() throws(PatternError) -> (Int, Int?) {
        position += 1
        guard let least = integer() else { throw malformed }
        var most: Int? = least
        if take(",") { most = integer() }
        guard take("}"), least <= most ?? least, (most ?? least) <= 1000 else { throw malformed }
        return (least, most)
    }

    private mutating func integer() -> Int? {
        let start = position
        while let next = peek(), next.isDigit, position - start < 5 { position += 1 }
        return Int(String(String.UnicodeScalarView(scalars[start..<position])))
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        guard let scalar = next() else { throw malformed }
        switch scalar {
        case "(": return try group()
        case "[": return .scalars(try characterClass())
        case ".": return .scalars(ScalarClass(named: [.any: [false]]))
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case "\\": return try escape()
        case "*", "+", "?":
            position -= 1
            throw malformed
        default: return literal(scalar)
        }
    }

    private mutating func group() throws(PatternError) -> PatternNode {
        if take("?"), !take(":") { throw malformed }
        let node = try choice()
        guard take(")") else { throw malformed }
        return node
    }

    private mutating func escape() throws(PatternError) -> PatternNode {
        switch peek() {
        case "b":
            position += 1
            return .assertion(.wordBoundary)
        case "B":
            position += 1
            return .assertion(.noWordBoundary)
        default:
            var escaped = ScalarClass()
            guard let scalar = try escapedMember(of: &escaped) else { return .scalars(escaped) }
            return literal(scalar)
        }
    }

    /// A literal sign, folded as the text is.
    private func literal(_ scalar: Unicode.Scalar) -> PatternNode {
        let parts = CaseFolding.shared.folded(scalar).map { PatternNode.scalars(ScalarClass(scalars: [$0.value])) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    /// Adds a named set to a class, or answers the sign that the escape stands for.
    private mutating func escapedMember(of set: inout ScalarClass) throws(PatternError) -> Unicode.Scalar? {
        guard let scalar = next() else { throw malformed }
        switch scalar {
        case "d": set.named[.digit, default: []].insert(false)
        case "D": set.named[.digit, default: []].insert(true)
        case "w": set.named[.word, default: []].insert(false)
        case "W": set.named[.word, default: []].insert(true)
        case "s": set.named[.space, default: []].insert(false)
        case "S": set.named[.space, default: []].insert(true)
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        case _ where scalar.isWord:
            position -= 1
            throw malformed
        default: return scalar
        }
        return nil
    }

    private mutating func characterClass() throws(PatternError) -> ScalarClass {
        var set = ScalarClass()
        set.isNegated = take("^")
        var isFirst = true
        while true {
            guard let scalar = next() else { throw malformed }
            if scalar == "]", !isFirst { return set }
            isFirst = false
            guard let lower = scalar == "\\" ? try escapedMember(of: &set) : scalar else { continue }
            guard peek() == "-", position + 1 < scalars.count, scalars[position + 1] != "]",
                scalars[position + 1] != "\\"
            else {
                set.insert(lower...lower)
                continue
            }
            position += 1
            guard let upper = next(), lower <= upper else { throw malformed }
            set.insert(lower...upper)
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

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        position += 1
        return true
    }
}

extension ScalarClass {
    /// Adds a range and the folded forms of its scalars; a form of several scalars cannot be in a class of single ones.
    fileprivate mutating func insert(_ range: ClosedRange<Unicode.Scalar>) {
        let values = range.lowerBound.value...range.upperBound.value
        ranges.append(values)
        // Beyond this no script has letters in two cases.
        for value in values.clamped(to: 0...0x1_E943) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folded = CaseFolding.shared.folded(scalar)
            if let only = folded.first, folded.count == 1, !values.contains(only.value) { scalars.insert(only.value) }
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
