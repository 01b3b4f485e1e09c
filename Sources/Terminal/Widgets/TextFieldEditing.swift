extension TextField {
    /// Edits or moves as a key says.
    ///
    /// - Returns: whether the key meant something here; if not, it is for the screen.
    public mutating func update(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .backspace: erase(max(0, cursor - 1)..<cursor)
        case .delete: erase(cursor..<min(text.count, cursor + 1))
        case .left: moveCursor(to: cursor - 1)
        case .right: moveCursor(to: cursor + 1)
        case .home, .control("a"): moveCursor(to: 0)
        case .end, .control("e"): moveCursor(to: text.count)
        case .modified(.left, .control), .modified(.left, .alt), .modified(.character("b"), .alt):
            moveCursor(to: wordStart)
        case .modified(.right, .control), .modified(.right, .alt), .modified(.character("f"), .alt):
            moveCursor(to: wordEnd)
        case .control("w"), .modified(.backspace, .alt): erase(wordStart..<cursor, as: .other)
        case .modified(.delete, .control), .modified(.character("d"), .alt): erase(cursor..<wordEnd, as: .other)
        case .control("u"): erase(0..<cursor, as: .other)
        case .control("k"): erase(cursor..<text.count, as: .other)
        case .control("_"): undo()
        case .control("r"): redo()
        default: return false
        }
        return true
    }

    /// Where the word before the cursor starts.
    private var wordStart: Int {
        let before = Array(text.prefix(cursor))
        var place = before.count
        while place > 0, !before[place - 1].isPartOfWord { place -= 1 }
        while place > 0, before[place - 1].isPartOfWord { place -= 1 }
        return place
    }

    /// Where the word after the cursor ends.
    private var wordEnd: Int {
        let after = Array(text.dropFirst(cursor))
        var place = 0
        while place < after.count, !after[place].isPartOfWord { place += 1 }
        while place < after.count, after[place].isPartOfWord { place += 1 }
        return cursor + place
    }
}

extension Character {
    fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "_" }
}
