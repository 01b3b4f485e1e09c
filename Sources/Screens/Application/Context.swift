import Customers
import Phrases
import Terminal

/// What all screens share, and where they leave what they want done.
struct Context: Sendable {
    var now: Instant
    var store: OpenStore?
    /// What to offer where no workspace has been set up.
    var guesses: WorkspaceSettings
    var keys: KeyMap
    var catalogue: Catalogue
    var drawing: Drawing
    var options = InterfaceOptions()
    var asOf = Moment.now
    /// A filter's text that narrows every question; empty for none.
    var scope = ""
    var columns = 80
    var rows = 24
    var isZoomed: Bool {
        get { kept.isZoomed }
        set { kept.isZoomed = newValue }
    }
    /// What the user finds again at the next start.
    var kept = KeptState()
    var desk = Desk()
    /// Counts the moves of the cursor, so that a pause can be told.
    private(set) var moves = 0
    private(set) var lastMove: Instant?
    var commands: [Command] = []
    var steps: [Step] = []

    var calendar: CivilCalendar { store?.calendar ?? .utc }
    var sizeClass: SizeClass { SizeClass(columns: columns, rows: rows) }
    var today: CivilDate { calendar.date(at: now) }
    /// The day of the questions, where it is not the present.
    var asOfDate: CivilDate? {
        switch asOf {
        case .now: nil
        case .day(let date): date
        case .instant(let instant): calendar.date(at: instant)
        }
    }

    /// The date of the questions as people and command lines write it, where it is not the present.
    var asOfText: String? {
        switch asOf {
        case .now: nil
        case .day(let date): date.description
        case .instant(let instant): instant.description
        }
    }

    /// The room for a screen between the first line and the last two.
    var body: Rect {
        let all = Rect(column: 0, row: 0, columns: columns, rows: rows)
        return sizeClass == .line ? all : all.inset(top: 1, bottom: 2)
    }

    /// Whether panes have a border.
    var hasBorders: Bool { drawing.borders && sizeClass > .single }

    func query(_ filter: String) -> Query { Query(filter: filter, scope: scope, asOf: asOf) }

    /// A question of money by period about everyone in the scope.
    var report: Query { Query(scope: scope, asOf: asOf, refunds: options.refunds) }

    mutating func ask(_ question: Question) {
        if !desk.isPressed { schedule(afterMilliseconds: 100, .spinner) }
        commands.append(.ask(desk.take(question)))
    }

    /// Asks for what is likely to be in view next, while nothing else is asked for.
    mutating func askAhead(_ question: Question) {
        guard desk.isEmpty else { return }
        commands.append(.ask(desk.take(question, isAhead: true)))
    }

    mutating func schedule(afterMilliseconds milliseconds: Int, _ alarm: Alarm) {
        commands.append(.schedule(afterMilliseconds: milliseconds, alarm))
    }

    /// Tells that the cursor has moved: the screen is told once it rests.
    ///
    /// A move by itself is followed as soon as its own frame is out: no wait tells it from the first one of a key that is
    /// held down, since keyboards repeat only after a quarter of a second. Of many moves one after the other the last one
    /// is followed, so that a held key asks once where it begins and once where it ends, not at every row.
    ///
    /// - Parameter pause: milliseconds that a move by itself waits; longer where much hangs on it, so that what is asked
    ///   first goes ahead.
    mutating func moved(pause: Int = 1) {
        let isAlone = lastMove.map { now.milliseconds - $0.milliseconds > 250 } ?? true
        lastMove = now
        moves += 1
        schedule(afterMilliseconds: isAlone ? pause : Self.rest, .rested(moves: moves))
    }

    /// The milliseconds after which the last of many moves is taken for the end of them: longer than between two presses
    /// of a hand that goes on.
    private static let rest = 150

    mutating func tell(_ text: String, _ kind: Toast.Kind = .done) {
        steps.append(.tell(text, kind))
    }

    /// Stops the work for a purpose, if there is any.
    mutating func cancel(_ slot: Slot) {
        if desk.clear(slot) != nil { commands.append(.cancel(slot)) }
    }
}

/// What a screen wants of the application around it.
enum Step: Sendable {
    case push(any Screen)
    /// Takes away what is in front and puts a screen in its place.
    case replace(any Screen)
    case back
    case show(Overlay)
    case tell(String, Toast.Kind)
}
