import Terminal

/// A list of things of which some are chosen, in an order that can be changed.
struct Picker: Hashable, Sendable {
    struct Item: Hashable, Sendable {
        /// The place in the list that the picker was made of.
        let index: Int
        let label: String
    }

    let title: String
    let intent: Intent
    /// The chosen ones first, in their order.
    private(set) var items: [Item]
    private(set) var chosenCount: Int
    private(set) var scroll: Scroll

    /// - `chosen`: places among the labels, in their order.
    init(_ title: String, labels: [String], chosen: [Int], intent: Intent) {
        self.title = title
        self.intent = intent
        let rest = labels.indices.filter { !chosen.contains($0) }
        items = (chosen + rest).map { Item(index: $0, label: labels[$0]) }
        chosenCount = chosen.count
        scroll = Scroll(count: labels.count)
    }

    /// The places of the chosen ones among the labels, in their order.
    var chosen: [Int] { items.prefix(chosenCount).map(\.index) }

    /// Moves the cursor, chooses or lets go, or moves what is chosen.
    ///
    /// - Returns: whether the action is one of these.
    mutating func act(_ action: Action, page: Int) -> Bool {
        let place = scroll.selected
        switch action {
        case .mark: toggle(place)
        case .moveUp where place > 0 && place < chosenCount: swap(place, place - 1)
        case .moveDown where place + 1 < chosenCount: swap(place, place + 1)
        case .moveUp, .moveDown: break
        default: return scroll.move(action, page: page)
        }
        return true
    }

    private mutating func toggle(_ place: Int) {
        guard items.indices.contains(place) else { return }
        let item = items.remove(at: place)
        if place < chosenCount {
            chosenCount -= 1
            items.insert(item, at: chosenCount)
        } else {
            items.insert(item, at: chosenCount)
            chosenCount += 1
            scroll.select(place + 1)
        }
    }

    private mutating func swap(_ place: Int, _ other: Int) {
        items.swapAt(place, other)
        scroll.select(other)
    }

    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let widest = items.map { canvas.drawing.width(of: $0.label) }.max() ?? 0
        let hint = context.say("picker.hint", "Space chooses, J K move, Enter takes")
        let columns = max(widest + 6, canvas.drawing.width(of: hint) + 4, canvas.drawing.width(of: title) + 6)
        let room = rect.rows > 6 ? rect.inset(top: 1, bottom: 2) : rect
        let place = room.centered(columns: columns, rows: min(items.count + 3, room.rows))
        canvas.cover(place)
        let inside = Frame(title, isFocused: true).draw(in: place, on: &canvas)
        canvas.write(hint, in: inside.inset(left: 1).line(inside.rows - 1), style: Style(.muted))
        let marked = String(canvas.drawing.glyphs.marked)
        ListView(scroll: scroll).draw(in: inside.inset(bottom: 1), on: &canvas) { row in
            let sign = row < chosenCount ? marked : " "
            return Line("\(sign) ", .mark) + Line(items[row].label)
        }
    }

    /// What stands in the list, in sentences.
    func read(_ context: Context) -> [String] {
        items.enumerated().map { row, item in
            let here = row == scroll.selected ? "> " : ""
            let state = row < chosenCount ? context.say("picker.on", ", chosen") : ""
            return "\(here)\(item.label)\(state)."
        }
    }
}
