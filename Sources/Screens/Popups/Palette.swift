import Phrases
import Terminal

/// Finds every action by plain words and shows its key.
struct Palette: Hashable, Sendable {
    private struct Entry: Hashable, Sendable {
        let action: Action
        let title: String
        let keys: String
        /// What typed words are looked for in, in lower case.
        let words: String
        /// Whether the screen in front can do it.
        let isHere: Bool
        /// How long ago it was done from here, in actions; none for never.
        let recency: Int?
    }

    private(set) var field: TextField
    private(set) var scroll = Scroll()
    private var entries: [Entry]
    private var found: [Int] = []

    /// - `here`: what the screen in front can do.
    init(_ context: Context, here: [Action] = [], text: String = "") {
        let here = Set(here)
        field = TextField(text)
        entries = Action.allCases.filter { $0 != .palette }.map { action in
            let title = context.say(action.title)
            let keys = context.keys.sequences(for: action).map(\.description).joined(separator: "  ")
            let words = "\(title) \(context.say(action.hint)) \(action.title) \(action.rawValue)".lowercased()
            return Entry(
                action: action, title: title, keys: keys, words: words,
                isHere: here.contains(action) || Self.isEverywhere(action),
                recency: context.kept.doneLast.firstIndex(of: action))
        }
        search()
    }

    /// The actions found, the likeliest first.
    var matches: [Action] { found.map { entries[$0].action } }

    var selected: Action? { scroll.selection.map { matches[$0] } }

    mutating func insert(_ text: String) {
        field.insert(text)
        search()
    }

    mutating func press(_ key: Key, _ context: Context) {
        switch key {
        case .up: scroll.move(.up, page: 1)
        case .down, .tab: scroll.move(.down, page: 1)
        case .pageUp: scroll.move(.pageUp, page: 10)
        case .pageDown: scroll.move(.pageDown, page: 10)
        default:
            if field.update(key) { search() }
        }
    }

    /// What every screen can do.
    private static func isEverywhere(_ action: Action) -> Bool {
        switch action {
        case .help, .tour, .quit, .mouse, .plainPage, .refresh, .zoom, .scope, .asOf, .earlier, .later, .commandLine:
            true
        default: Application.places[action] != nil && Application.screen(for: action) != nil
        }
    }

    /// Every typed word must stand in the entry.
    ///
    /// What bears the text as its name comes first, then what begins with it, then the rest; among these what can be done
    /// here, and of that what was done last.
    private mutating func search() {
        let text = field.text.trimmed.lowercased()
        let words = text.split(separator: " ")
        let hits = entries.indices.filter { index in words.allSatisfy { entries[index].words.contains($0) } }
        found = hits.map { (rank: rank(entries[$0], text) + [$0], index: $0) }
            .sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.index)
        scroll = Scroll(count: found.count)
    }

    private func rank(_ entry: Entry, _ text: String) -> [Int] {
        [closeness(of: entry, to: text), entry.isHere ? 0 : 1, entry.recency ?? .max]
    }

    private func closeness(of entry: Entry, to text: String) -> Int {
        guard !text.isEmpty else { return 0 }
        if entry.action.rawValue == text || entry.title.lowercased() == text { return 0 }
        if entry.action.hint.description.lowercased() == text { return 1 }
        let begins = entry.title.lowercased().hasPrefix(text) || entry.action.rawValue.hasPrefix(text)
        return begins ? 2 : 3
    }

    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let place = rect.centered(columns: min(72, rect.columns), rows: min(18, rect.rows))
        canvas.cover(place)
        let frame = Frame(context.say("palette.title", "Find a command"), isFocused: true)
        let room = frame.draw(in: place, on: &canvas).inset(left: 1, right: 1)
        ListView(scroll: scroll, isFocused: false).draw(in: room.inset(top: 1), on: &canvas) { row in
            let entry = entries[found[row]]
            return Line(entry.title) + Line(entry.keys.isEmpty ? "" : "  " + entry.keys, .key)
        }
        if found.isEmpty {
            let sentence = context.say("palette.none", "No command has these words.")
            canvas.write(sentence, in: room, row: 1, style: Style(.muted))
        }
        let hint = context.say("palette.hint", "type words, Enter does it, Esc closes")
        field.draw(in: room.line(0), on: &canvas, isFocused: true, hint: hint)
    }
}
