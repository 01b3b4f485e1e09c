import Analytics
import Customers
import Phrases
import Terminal

/// One screen: pure state that takes keys and answers, and draws and reads itself.
protocol Screen: Sendable {
    /// The action that shows this screen; none for one that is only reached from another.
    var home: Action? { get }
    var keyScope: Scope { get }
    /// What can be done here and now, the most important first; the first ones stand in the line of keys.
    var actions: [Action] { get }
    /// Words for keys that mean something of their own here.
    var words: [Action: Phrase] { get }
    /// Whether letters go to a text field.
    var isTyping: Bool { get }
    /// Whether the step to an earlier or later date is a month, not a day.
    var stepsByMonth: Bool { get }
    /// Whether figures hang on the period in which refunds count.
    var datesRefunds: Bool { get }
    /// Whether leaving or quitting now would lose work under way.
    var isImporting: Bool { get }
    /// What is to be prepared for the answers to what is typed here.
    var preparation: Preparation? { get }
    /// Whether the screen holds work that is kept while another is looked at.
    var isUnfinished: Bool { get }

    /// Whether a line spoken into a field is complete, as Enter would say.
    var takesSpokenLines: Bool { get }

    func title(_ context: Context) -> String
    /// Asks for what is in view and not known; called after every message.
    mutating func askForMissing(_ context: inout Context)
    /// Does what a key asks for; false where that means nothing here.
    mutating func act(_ action: Action, _ context: inout Context) -> Bool
    /// Takes a key while a text field has the focus; false where the field does not want it.
    mutating func type(_ key: Key, _ context: inout Context) -> Bool
    mutating func paste(_ text: String, _ context: inout Context)
    /// Sorts the list by the column whose title was clicked, again the other way round; false where it cannot.
    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool
    /// The cursor has stood still for a moment.
    mutating func rested(_ context: inout Context)
    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context)
    /// Takes about what the answer will be.
    mutating func estimate(_ answer: Answer, of question: Question)
    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context)
    mutating func progress(_ progress: ImportProgress, of question: Question)
    /// Takes what was chosen in an overlay that this screen showed.
    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context)
    /// What is shown is old: the data has changed, or the user wants it anew.
    mutating func outdate()
    /// What changed has been shown as fresh long enough.
    mutating func settle()

    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context)
    /// What the screen shows in plain sentences.
    func read(_ context: Context) -> [String]
    /// The most important number, for a terminal of next to no size.
    func headline(_ context: Context) -> String
    /// Facts about the view, for the right end of the last line.
    func facts(_ context: Context) -> String
    /// The command that prints the same.
    func commandLine(_ context: Context) -> String
    /// What the number under the cursor means.
    func explanation(_ context: Context) -> Explanation?
}

extension Screen {
    var keyScope: Scope { .everywhere }
    var words: [Action: Phrase] { [:] }
    var isTyping: Bool { false }
    var isImporting: Bool { false }
    var isUnfinished: Bool { false }
    var preparation: Preparation? { nil }
    var takesSpokenLines: Bool { true }
    var stepsByMonth: Bool { false }
    var datesRefunds: Bool { false }

    mutating func type(_ key: Key, _ context: inout Context) -> Bool { false }
    mutating func paste(_ text: String, _ context: inout Context) {
        context.tell(context.say("paste.nowhere", "Pasted text is taken only in a text field."), .warning)
    }
    mutating func rested(_ context: inout Context) {}
    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool { false }
    mutating func settle() {}
    mutating func estimate(_ answer: Answer, of question: Question) {}
    mutating func progress(_ progress: ImportProgress, of question: Question) {}
    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {}
    func facts(_ context: Context) -> String { "" }
    func explanation(_ context: Context) -> Explanation? { nil }
}

/// What a number means and where it comes from.
struct Explanation: Hashable, Sendable {
    /// The number with its name.
    var title: String
    var definition: String
    /// The filter behind it; empty for everyone.
    var filter: String
    var isFresh: Bool
    /// The time that the evaluation took, where it is known.
    var milliseconds: Double?
    /// The rows that were read, where they are known.
    var rowsRead: Int?
    /// In which period refunds count, where the number hangs on it.
    var refunds: RefundDating?
    /// The whole of what is shown in part, in place of a definition and facts.
    var whole: [Line]?

    init(
        title: String, definition: String, filter: String, isFresh: Bool, milliseconds: Double? = nil,
        rowsRead: Int? = nil, refunds: RefundDating? = nil
    ) {
        self.rowsRead = rowsRead
        self.refunds = refunds
        self.title = title
        self.definition = definition
        self.filter = filter
        self.isFresh = isFresh
        self.milliseconds = milliseconds
    }

    /// Shows something whole that a pane cuts.
    init(title: String, whole: [Line]) {
        self.init(title: title, definition: "", filter: "", isFresh: true)
        self.whole = whole
    }
}
