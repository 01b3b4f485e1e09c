/// Which part of a text stays when it is cut.
public enum Kept: Hashable, Sendable {
    case start, end
    /// Both ends; the middle goes.
    case ends
}

extension Drawing {
    /// Columns that a text takes on the screen.
    ///
    /// - Complexity: O(*n*) in its scalars.
    public func width(of text: some StringProtocol) -> Int { width(of: text, upTo: .max) }

    /// Columns that a text takes, or some number beyond a limit where it takes more.
    ///
    /// - Complexity: O(`limit`), not the length of the text, where its clusters take columns.
    func width(of text: some StringProtocol, upTo limit: Int) -> Int {
        var columns = 0
        for cluster in text {
            columns += width(of: cluster)
            if columns > limit { break }
        }
        return columns
    }

    /// Columns that a grapheme cluster takes: mostly 0 to 2, more for some clusters of Indic scripts.
    public func width(of cluster: Character) -> Int {
        var columns = 0
        safeText.glyphs(of: cluster) { _, width in columns += width }
        return columns
    }

    /// The cluster as it can be sent, if it takes one column.
    func singleColumn(_ cluster: Character) -> Character? {
        var glyphs: [Character] = []
        var columns = 0
        safeText.glyphs(of: cluster) { glyph, width in
            glyphs.append(glyph)
            columns += width
        }
        return columns == 1 ? glyphs.first : nil
    }

    /// The text itself where it fits, else a part of it with an ellipsis, at most `columns` wide.
    ///
    /// - Complexity: O(*n*) in the text; O(`columns`) when the start is kept.
    public func cut(_ text: some StringProtocol, to columns: Int, keeping kept: Kept = .start) -> String {
        guard columns > 0 else { return "" }
        let start = text[..<fittingEnd(of: text, columns: columns)]
        if start.endIndex == text.endIndex { return String(text) }
        let ellipsis = String(glyphs.ellipsis)
        let room = columns - width(of: ellipsis)
        guard room > 0 else { return ellipsis }
        switch kept {
        case .start: return text[..<fittingEnd(of: text, columns: room)] + ellipsis
        case .end: return ellipsis + text[fittingStart(of: text, columns: room)...]
        case .ends:
            let head = text[..<fittingEnd(of: text, columns: (room + 1) / 2)]
            return head + ellipsis + text[fittingStart(of: text, columns: room - width(of: head))...]
        }
    }

    /// The end of the longest beginning that fits.
    private func fittingEnd<Text: StringProtocol>(of text: Text, columns: Int) -> Text.Index {
        var room = columns
        var index = text.startIndex
        while index < text.endIndex {
            room -= width(of: text[index])
            if room < 0 { break }
            text.formIndex(after: &index)
        }
        return index
    }

    /// The start of the longest ending that fits.
    private func fittingStart<Text: StringProtocol>(of text: Text, columns: Int) -> Text.Index {
        var room = columns
        var index = text.endIndex
        while index > text.startIndex {
            let before = text.index(before: index)
            room -= width(of: text[before])
            if room < 0 { break }
            index = before
        }
        return index
    }
}
