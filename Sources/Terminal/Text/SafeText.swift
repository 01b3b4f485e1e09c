/// Turns text into glyphs that one cell can hold and a terminal may receive.
///
/// A cell of ncurses takes one spacing scalar and a few combining marks, so longer clusters are reduced: an emoji
/// family to its first person, a flag to its two letters, a heap of marks to the first four. Controls, bidirectional
/// and zero-width formats, private and unassigned scalars become visible stand-ins.
struct SafeText {
    static let marksPerGlyph = 4

    let characters: CharacterSet
    let ambiguousColumns: Int

    /// Hands over the glyphs of a cluster, left to right, each with its columns (1 or 2).
    ///
    /// - Complexity: O(*n*) in the scalars of the cluster, which may be many.
    func glyphs(of cluster: Character, _ body: (Character, Int) -> Void) {
        let scalars = cluster.unicodeScalars
        if let first = scalars.first, scalars.count == 1, (0x20..<0x7F).contains(first.value) {
            body(cluster, 1)
            return
        }
        var glyph = PendingGlyph()
        for scalar in scalars {
            guard append(scalar, to: &glyph, body) else { break }
        }
        glyph.finish(body)
    }

    /// Adds a scalar; false when the rest of the cluster is to be dropped.
    private func append(_ scalar: Unicode.Scalar, to glyph: inout PendingGlyph, _ body: (Character, Int) -> Void)
        -> Bool
    {
        if let letter = Self.flagLetter(scalar) {
            glyph.start(Character(letter), columns: 1, body)
            return true
        }
        if glyph.isStarted, Self.isJoiner(scalar), glyph.mayJoin {
            return !glyph.isPictographic
        }
        if glyph.isPictographic, Self.variesEmoji(scalar) { return true }
        let run = ScalarRun(of: scalar)
        switch run.kind {
        case .mark where glyph.isStarted: glyph.add(mark: characters == .ascii ? nil : scalar)
        case .invisible where glyph.isStarted: break
        case .mark: start("\u{25CC}", columns: 1, run, &glyph, body, mark: scalar)
        case .narrow: start(Character(scalar), columns: 1, run, &glyph, body)
        case .wide: start(Character(scalar), columns: 2, run, &glyph, body)
        case .ambiguous: start(Character(scalar), columns: ambiguousColumns, run, &glyph, body)
        case .invisible, .unsafe: glyph.start(standIn(for: scalar), columns: 1, body)
        }
        return true
    }

    private func start(
        _ character: Character, columns: Int, _ run: ScalarRun, _ glyph: inout PendingGlyph,
        _ body: (Character, Int) -> Void, mark: Unicode.Scalar? = nil
    ) {
        guard characters == .unicode || character.isASCII else {
            return glyph.start("?", columns: 1, body)
        }
        glyph.start(character, columns: columns, body)
        glyph.isPictographic = run.isPictographic
        glyph.add(mark: mark)
    }

    /// A control picture for C0 and DEL, the replacement character for all else, one column each.
    private func standIn(for scalar: Unicode.Scalar) -> Character {
        guard characters == .unicode, ambiguousColumns == 1 else { return "?" }
        let picture = scalar.value == 0x7F ? 0x2421 : scalar.value < 0x20 ? 0x2400 + scalar.value : 0xFFFD
        return Unicode.Scalar(picture).map(Character.init) ?? "?"
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x200C || scalar.value == 0x200D
    }

    /// Whether the scalar only varies the emoji before it: a tone of skin, or a tag of a region's flag.
    private static func variesEmoji(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F3FB...0x1F3FF).contains(scalar.value) || (0xE0020...0xE007F).contains(scalar.value)
    }

    /// The letter that a regional indicator stands for.
    private static func flagLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return nil }
        return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
    }
}

/// The glyph being put together.
private struct PendingGlyph {
    private var base: Character?
    private var marks = String.UnicodeScalarView()
    private var markCount = 0
    private var columns = 0
    var isPictographic = false

    var isStarted: Bool { base != nil }

    /// Whether a joiner after this glyph belongs to the spelling: in emoji, and in scripts from Hebrew on.
    var mayJoin: Bool {
        isPictographic || (base?.unicodeScalars.first?.value ?? 0) >= 0x590
    }

    mutating func start(_ character: Character, columns: Int, _ body: (Character, Int) -> Void) {
        finish(body)
        base = character
        self.columns = columns
    }

    mutating func add(mark: Unicode.Scalar?) {
        guard let mark, markCount < SafeText.marksPerGlyph else { return }
        marks.append(mark)
        markCount += 1
    }

    mutating func finish(_ body: (Character, Int) -> Void) {
        guard let base else { return }
        body(markCount == 0 ? base : Self.joined(base, marks), columns)
        self.base = nil
        marks = String.UnicodeScalarView()
        markCount = 0
        isPictographic = false
    }

    private static func joined(_ base: Character, _ marks: String.UnicodeScalarView) -> Character {
        let text = String(base) + String(marks)
        return text.count == 1 ? Character(text) : base
    }
}
