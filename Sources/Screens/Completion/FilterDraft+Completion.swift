import Filters
import Terminal

// What Tab and the keys of the open list do to a filter that is being typed.
extension FilterDraft {
    /// Whether what is wrong, if anything, stands at the cursor, so that it may only be unfinished.
    var isFaultAtCursor: Bool { fix.map { field.cursorFollows($0.range) } ?? true }

    /// Opens the list, takes what is selected in it, or takes the form that works.
    ///
    /// - Returns: whether there was anything to do.
    mutating func complete() -> Bool {
        if completion != nil { return takeSelected() }
        guard isFaultAtCursor, exhausted != field.text else { return takeFix() }
        let opened = Completion(in: field, fixes: fault?.fixes ?? [], vocabulary.value ?? Vocabulary())
        // A whole word that ends a whole filter may be meant as it is.
        let isDone = fault == nil && opened.isWritten
        guard opened.isCalledFor, !opened.isEmpty, !isDone else { return takeFix() }
        completion = opened
        return true
    }

    /// Opens the list where it has something to say, for a field that offers it unasked.
    mutating func offer() {
        guard completion == nil, isFaultAtCursor, exhausted != field.text else { return }
        let opened = Completion(in: field, fixes: [], vocabulary.value ?? Vocabulary())
        if opened.isCalledFor, !opened.isEmpty { completion = opened }
    }

    /// Whether Enter means the entry that is selected in the list, not the text as it stands.
    var takesOnEnter: Bool {
        guard let completion, completion.selected != nil else { return false }
        return completion.isChosen || fault != nil || field.isEmpty || completion.isNameBegun
    }

    /// Takes what Enter means in a field that offers the list unasked: a word that stands there whole is meant as it is.
    mutating func takeMeant() -> Bool {
        guard let completion, completion.isWritten, !completion.isChosen else { return takeSelected() }
        insert(" ")
        return true
    }

    /// Puts the selected entry in its place and closes the list.
    mutating func takeSelected() -> Bool {
        guard let completion, let entry = completion.selected else { return false }
        take(completion.taking(entry, in: field))
        return true
    }

    /// Takes a key while the list is open.
    ///
    /// - Returns: whether the key was for the list.
    mutating func pressInList(_ key: Key, page: Int = 8) -> Bool {
        guard completion != nil else { return false }
        switch key {
        case .escape: completion = nil
        case .backTab:
            completion = nil
            return false
        case .enter, .tab:
            if !takeSelected() { completion = nil }
        default: return completion?.move(key, page: page) ?? false
        }
        return true
    }

    /// Follows the text: a letter narrows the list, a blank or a move of the cursor closes it.
    mutating func followList(_ key: Key) {
        guard completion != nil else { return }
        switch key {
        case .character(" "): completion = nil
        case .character, .backspace, .delete:
            completion = completion?.updated(for: field, fixes: fault?.fixes ?? [], vocabulary.value ?? Vocabulary())
            closeIfEmpty()
        default: completion = nil
        }
    }

    mutating func askForCompletion(_ context: inout Context) {
        vocabulary.ask(.vocabulary, in: &context)
        completion?.askForMissing(&context)
    }

    mutating func takeCompletion(_ answer: Answer, to question: Question) {
        switch answer {
        case .vocabulary(let names):
            guard vocabulary.take(names, to: question), completion != nil else { return }
            completion = completion?.updated(for: field, fixes: fault?.fixes ?? [], names)
            closeIfEmpty()
        case .values(let values):
            completion?.take(values, to: question)
            closeIfEmpty()
        default: break
        }
    }

    mutating func failCompletion(_ failure: Failure, at question: Question) {
        vocabulary.fail(failure, at: question)
        completion?.fail(failure, at: question)
        closeIfEmpty()
    }

    /// Closes a list that has nothing, and remembers that there is none for this text.
    private mutating func closeIfEmpty() {
        guard let completion, completion.isEmpty else { return }
        self.completion = nil
        exhausted = field.text
    }
}
