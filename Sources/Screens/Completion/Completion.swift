import Customers
import Filters
import Terminal

/// The open list of what may stand at the cursor of a filter's text.
struct Completion: Hashable, Sendable {
    /// One line of the list.
    enum Entry: Hashable, Sendable {
        case candidate(Candidate)
        /// A form that works in place of what is wrong at the cursor.
        case fix(Fix)

        var text: String {
            switch self {
            case .candidate(let candidate): candidate.text
            case .fix(let fix): fix.text
            }
        }
    }

    /// How many values are asked for.
    static let mostValues = 50

    private(set) var found: Candidates
    private let fixes: [Fix]
    private let source: String
    private(set) var values = Asked<[CountedValue]>()
    private(set) var entries: [Entry] = []
    private(set) var scroll = Scroll()
    /// Whether the user has moved to an entry, and so means it.
    private(set) var isChosen = false

    /// Looks for what may stand at the cursor of a field.
    init(in field: TextField, fixes: [Fix], _ vocabulary: Vocabulary) {
        source = field.text
        found = candidates(in: field.text, at: field.cursorOffset, vocabulary: vocabulary)
        self.fixes = fixes.filter { field.cursorFollows($0.range) && !$0.text.isEmpty }
        list()
    }

    /// The same for another text, with the values that are known until others come.
    func updated(for field: TextField, fixes: [Fix], _ vocabulary: Vocabulary) -> Completion {
        var updated = Completion(in: field, fixes: fixes, vocabulary)
        if updated.found.wish?.subject == found.wish?.subject { updated.values = values }
        updated.list()
        return updated
    }

    /// Whether there is nothing to choose, and nothing more will come.
    var isEmpty: Bool { entries.isEmpty && (question == nil || isAnswered) }

    /// Whether the entries are still being looked up.
    var isWaiting: Bool { entries.isEmpty && question != nil && !isAnswered }

    private var question: Question? { found.wish.map { .values($0, limit: Self.mostValues) } }

    private var isAnswered: Bool { values.question == question && (values.isFresh || values.failure != nil) }

    /// Whether a word has been begun or a new one may begin: behind a whole word Tab means something else.
    var isCalledFor: Bool {
        let before = source.utf8.prefix(found.range.lowerBound).last
        return !found.range.isEmpty || before == nil || before == UInt8(ascii: " ") || before == UInt8(ascii: "(")
    }

    /// Whether what stands at the cursor is a choice itself.
    private(set) var isWritten = false

    var selected: Entry? { scroll.selection.map { entries[$0] } }

    mutating func askForMissing(_ context: inout Context) {
        if let question { values.ask(question, in: &context) }
    }

    mutating func take(_ values: [CountedValue], to question: Question) {
        if self.values.take(values, to: question) { list() }
    }

    mutating func fail(_ failure: Failure, at question: Question) {
        values.fail(failure, at: question)
    }

    /// Moves the cursor of the list.
    ///
    /// - Returns: whether the key does that.
    mutating func move(_ key: Key, page: Int) -> Bool {
        switch key {
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: scroll.move(.pageUp, page: page)
        case .pageDown: scroll.move(.pageDown, page: page)
        default:
            return false
        }
        isChosen = true
        return true
    }

    /// Whether a name has been begun at the cursor, so that the first entry is the one that is meant.
    var isNameBegun: Bool {
        guard !isWritten, case .candidate(let first)? = entries.first else { return false }
        switch first.kind {
        case .trait, .event, .property, .segment, .funnel, .score, .purpose:
            return !found.typed.isEmpty && first.text.lowercased().hasPrefix(found.typed.lowercased())
        case .value, .test, .word, .unit: return false
        }
    }

    /// One step, round the ends.
    private mutating func move(by step: Int) {
        guard !entries.isEmpty else { return }
        scroll.select((scroll.selected + step + entries.count) % entries.count)
    }

    /// Lists what is known; what stands there already is no choice.
    private mutating func list() {
        let all = found.adding(values.value ?? []).items
        let written = Array(source.utf8)[found.range]
        let new = all.filter { !written.elementsEqual($0.text.utf8) }
        isWritten = new.count < all.count
        // A value that is known says more than the same text as a form that works.
        let others = fixes.filter { fix in !new.contains { $0.text == fix.text.trimmed } }
        entries = new.map(Entry.candidate) + others.map(Entry.fix)
        scroll = Scroll(count: entries.count)
    }

    /// The field with a choice taken.
    func taking(_ entry: Entry, in field: TextField) -> TextField {
        var field = field
        switch entry {
        case .fix(let fix): field.replace(fix.range, with: fix.text)
        case .candidate(let candidate):
            let taken = found.taking(candidate, in: field.text)
            field.replace(with: taken.text)
            let head = String(decoding: taken.text.utf8.prefix(taken.cursor), as: UTF8.self)
            field.moveCursor(to: head.count)
        }
        return field
    }
}

extension TextField {
    /// Whether the cursor stands behind a part of the text, with nothing but blanks between.
    func cursorFollows(_ range: Range<Int>) -> Bool {
        let cursor = cursorOffset
        guard range.upperBound <= cursor else { return false }
        return text.utf8.prefix(cursor).dropFirst(range.upperBound).allSatisfy { $0 == UInt8(ascii: " ") }
    }
}
