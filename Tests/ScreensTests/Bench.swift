import Customers
import Filters
import Phrases
import Screens
import Terminal

/// An application under test: keys go in by name, questions are answered from the sample, rows come out as text.
struct Bench {
    var application: Application
    var columns: Int
    var rows: Int
    var now = Instant(seconds: 1_795_348_800)
    /// Questions not answered yet, and everything else that was ordered.
    private(set) var requests: [Request] = []
    private(set) var orders: [Command] = []
    let drawing: Drawing

    init(
        columns: Int = 80, rows: Int = 24, store: OpenStore? = Sample.store, first: Action = .showProfiles,
        drawing: Drawing = .unicode, language: Language = .english, asOf: Moment = .now
    ) {
        var setup = Setup(store: store, guesses: Sample.guesses)
        setup.first = first
        setup.drawing = drawing
        setup.options.language = language
        setup.asOf = asOf
        setup.kept.knowsTour = store != nil
        setup.options.themes = ["colorblind", "gruvbox", "nord"]
        self.drawing = drawing
        application = Application(setup, at: now)
        (self.columns, self.rows) = (columns, rows)
        take(application.update(.resized(columns: columns, rows: rows), at: now))
    }

    mutating func take(_ commands: [Command]) {
        for command in commands {
            switch command {
            case .ask(let request):
                requests.removeAll { $0.slot == request.slot }
                requests.append(request)
            case .cancel(let slot): requests.removeAll { $0.slot == slot }
            default: orders.append(command)
            }
        }
    }

    mutating func send(_ message: Message) {
        switch message {
        case .answered(let request, _), .failed(let request, _): requests.removeAll { $0 == request }
        default: break
        }
        take(application.update(message, at: now))
    }

    /// Presses keys by their names, parted by blanks: `f Down ^S`.
    mutating func press(_ names: String) {
        for name in names.split(separator: " ") {
            guard let key = Key(name: name) else { continue }
            send(.input(.key(key)))
        }
    }

    /// Opens the editor of a new segment, its rule as text and empty.
    mutating func writeSegmentAsText() {
        press("a")
        settle()
        press("Esc Esc T")
        settle()
    }

    /// Types a text letter by letter.
    mutating func type(_ text: String) {
        for letter in text { send(.input(.key(.character(letter)))) }
    }

    mutating func resize(_ columns: Int, _ rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        send(.resized(columns: columns, rows: rows))
    }

    /// Answers from the sample until nothing is asked any more; the cursor then has rested.
    mutating func settle() {
        for _ in 0..<50 {
            let open = requests
            requests = []
            for request in open { send(Sample.message(to: request)) }
            let alarms = orders.compactMap { order in
                if case .schedule(_, .rested(let moves)) = order { Alarm.rested(moves: moves) } else { nil }
            }
            orders.removeAll { if case .schedule = $0 { true } else { false } }
            if let last = alarms.last { send(.rang(last)) }
            if requests.isEmpty { return }
        }
    }

    /// Takes the orders so far away.
    mutating func takeOrders() -> [Command] {
        defer { orders = [] }
        return orders.filter { order in
            switch order {
            case .schedule, .keep: false
            default: true
            }
        }
    }

    var canvas: Canvas {
        var canvas = Canvas(columns: columns, rows: rows, drawing: drawing)
        application.draw(on: &canvas)
        return canvas
    }

    var text: String { canvas.text }

    var lines: [String] { (0..<rows).map { canvas.line($0) } }
}

extension Bench {
    /// Where a text stands on the screen first, row by row; a wide glyph counts by its cells.
    func place(of text: String) -> Position? {
        let (canvas, wanted) = (canvas, Array(text))
        for row in 0..<rows {
            let cells = (0..<columns).compactMap { column -> (Character, Int)? in
                guard let cell = canvas[column, row], cell.width > 0 else { return nil }
                return (cell.glyph, column)
            }
            for start in cells.indices where cells[start...].prefix(wanted.count).map(\.0) == wanted {
                return Position(column: cells[start].1, row: row)
            }
        }
        return nil
    }

    /// Clicks on the first letter of a text; one that does not stand on the screen fails the test that follows.
    mutating func click(_ text: String, right: Int = 0) {
        guard var place = place(of: text) else { return }
        place.column += right
        turn(.press(.left), at: place)
        turn(.release(.left), at: place)
        settle()
    }

    mutating func turn(_ kind: Mouse.Kind, at place: Position) {
        send(.input(.mouse(Mouse(kind: kind, position: place))))
    }

    /// The line that carries the hardware cursor.
    var cursorLine: String { canvas.cursor.map { lines[$0.row] } ?? "" }
}
