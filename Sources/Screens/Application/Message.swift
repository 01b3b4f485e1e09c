public import Customers
public import Phrases
public import Terminal

/// What happened, as facts that the run loop tells the application.
public enum Message: Hashable, Sendable {
    case input(InputEvent)
    /// A line of words, in linear mode: an action such as `down` or `show the segments`, or the text of a field.
    case said(String)
    case resized(columns: Int, rows: Int)
    /// A scheduled alarm came due.
    case rang(Alarm)
    case answered(Request, Answer)
    /// About what the answer will be, where it takes its time.
    case estimated(Request, Answer)
    case failed(Request, Failure)
    /// How far an import or a rehearsal has come.
    case imported(Request, ImportProgress)
    /// Someone changed the store's data: what is shown is stale.
    case changed(StoreSummary)
    /// Something to tell the user that no question asked for, such as how much was copied.
    case told(Phrase)
}

/// What an alarm was set for.
public enum Alarm: Hashable, Sendable {
    /// The cursor stands still since this count of moves.
    case rested(moves: Int)
    /// The next phase of the spinner.
    case spinner
    /// The notice of this number has been seen long enough.
    case notice(Int)
    /// Figures that changed have been shown as fresh long enough.
    case settled
}
