extension TextField {
    /// Edits that can be taken back; older ones are forgotten.
    static let undoLimit = 200

    /// Takes back the last edit; typing in one go counts as one.
    public mutating func undo() {
        guard let state = undoable.popLast() else { return }
        redoable.append(Snapshot(text: text, cursor: cursor))
        show(state)
        lastEdit = .other
    }

    /// Does again what was taken back.
    public mutating func redo() {
        guard let state = redoable.popLast() else { return }
        undoable.append(Snapshot(text: text, cursor: cursor))
        show(state)
        lastEdit = .other
    }

    /// Keeps the state before an edit, unless it goes on with the one before.
    mutating func remember(_ edit: Edit) {
        redoable = []
        defer { lastEdit = edit }
        guard edit == .other || edit != lastEdit || undoable.isEmpty else { return }
        undoable.append(Snapshot(text: text, cursor: cursor))
        if undoable.count > Self.undoLimit { undoable.removeFirst() }
    }

    /// Gives the field texts to go back to, oldest first.
    public mutating func setHistory(_ entries: [String]) {
        history = entries
        historyPlace = nil
    }

    /// Shows the entry before; what was being typed is kept for coming back.
    ///
    /// - Returns: whether there was one.
    public mutating func showOlder() -> Bool {
        let place = historyPlace ?? history.count
        guard place > 0 else { return false }
        if historyPlace == nil { draft = text }
        return show(entry: place - 1)
    }

    /// Shows the entry after, at last what was being typed.
    ///
    /// - Returns: whether there was one.
    public mutating func showNewer() -> Bool {
        guard let place = historyPlace else { return false }
        return show(entry: place + 1)
    }

    private mutating func show(entry place: Int) -> Bool {
        replace(with: place < history.count ? history[place] : draft)
        historyPlace = place < history.count ? place : nil
        return true
    }
}
