import Customers
import Filters
import Phrases
import Terminal

/// A filter being typed: its text, the count that it gives, and what is wrong with it.
struct FilterDraft: Hashable, Sendable {
    var field = TextField()
    var size = Asked<SegmentSize>()
    /// The names that completion offers.
    var vocabulary = Asked<Vocabulary>()
    /// The open list of what may stand at the cursor.
    var completion: Completion?
    /// The text for which no value was found to complete it.
    var exhausted: String?
    /// What is wrong with the text as it stands.
    private(set) var fault: Failure?
    /// The filter in a sentence; none where the text is none.
    private var reading: Phrase?

    init(_ text: String = "") {
        field = TextField(text)
        check()
    }

    /// The likeliest form that works in place of what is wrong.
    var fix: Fix? { fault?.fixes.first }

    /// How far the count can be trusted for the text as it stands.
    var certainty: Certainty { fault == nil ? size.certainty : .stale }

    var text: String { String(field.text.trimmed) }

    /// Takes a key.
    ///
    /// - Returns: whether the field wanted it.
    mutating func press(_ key: Key) -> Bool {
        let before = field.text
        let isTaken = field.update(key)
        if field.text != before { check() }
        if isTaken { followList(key) }
        return isTaken
    }

    /// Goes on with another state of the field.
    mutating func take(_ field: TextField) {
        self.field = field
        completion = nil
        check()
    }

    mutating func insert(_ text: String) {
        completion = nil
        field.insert(text)
        check()
    }

    /// Makes the likeliest replacement.
    ///
    /// - Returns: whether there was one.
    mutating func takeFix() -> Bool {
        guard let fix else { return false }
        field.replace(fix.range, with: fix.text)
        check()
        return true
    }

    mutating func undo() {
        field.undo()
        check()
    }

    mutating func redo() {
        field.redo()
        check()
    }

    /// Asks for the count of a text that reads as a filter.
    mutating func askForMissing(_ context: inout Context) {
        askForCompletion(&context)
        askForSize(&context)
    }

    /// Asks for the count alone.
    mutating func askForSize(_ context: inout Context) {
        guard fault == nil else { return }
        size.ask(.count(context.query(text)), in: &context)
        if let failure = size.failure { point(at: failure) }
    }

    /// The data has changed: what was wrong may be right now.
    mutating func outdate() {
        size.outdate()
        vocabulary.outdate()
        check()
    }

    mutating func fail(_ failure: Failure, at question: Question) {
        guard size.fail(failure, at: question) else { return }
        point(at: failure)
    }

    /// Reads the text as a filter, as far as that needs no knowledge of the store.
    private mutating func check() {
        (fault, reading) = (nil, nil)
        field.error = nil
        guard !text.isEmpty else { return }
        do throws(SyntaxError) {
            reading = try Filter(parsing: field.text).phrase
        } catch {
            point(at: Failure(error))
        }
    }

    /// The filter in a sentence, in the language of the interface; empty where the text is none.
    func sentence(_ context: Context) -> String { reading.map { context.say($0) } ?? "" }

    private mutating func point(at failure: Failure) {
        fault = failure
        field.error = failure.place
    }
}
