/// The names of several views in one line, of which one is shown.
///
/// Where they do not all find room those around the chosen one stand, with signs for what lies left and right of them.
public struct Tabs: Hashable, Sendable {
    /// What goes from one tab to the next.
    public enum Keys: Hashable, Sendable {
        /// Left and right.
        case arrows
        /// The keys that go from pane to pane.
        case panes

        /// What goes to the tab before and to the one after.
        public var actions: (back: Action, forth: Action) {
            self == .arrows ? (.left, .right) : (.previousPane, .nextPane)
        }
    }

    /// The names, from the left.
    public var titles: [String]
    /// The one that is shown.
    public private(set) var selected: Int
    /// What goes from one to the next.
    public var keys: Keys

    /// Makes tabs; a choice beyond them counts as the nearest.
    public init(_ titles: [String], selected: Int, keys: Keys = .arrows) {
        (self.titles, self.keys) = (titles, keys)
        self.selected = min(max(0, selected), max(0, titles.count - 1))
    }

    /// Goes on to the next tab or back to the one before.
    ///
    /// - Returns: whether there is a tab that way.
    @discardableResult
    public mutating func move(_ action: Action) -> Bool {
        let next = selected + (action == keys.actions.forth ? 1 : action == keys.actions.back ? -1 : 0)
        guard next != selected, titles.indices.contains(next) else { return false }
        selected = next
        return true
    }

    /// Draws the tabs into the first row of a rectangle; without colours brackets tell the chosen one.
    ///
    /// - Returns: columns used.
    @discardableResult
    public func draw(in rect: Rect, on canvas: inout Canvas, isFocused: Bool = true) -> Int {
        guard !titles.isEmpty, rect.rows > 0, rect.columns > 2 else { return 0 }
        let shown = shown(in: rect.columns, drawing: canvas.drawing)
        var column = rect.column
        column += edge(canvas.glyphs.moreLeft, shown.lowerBound > 0, at: column, in: rect, on: &canvas)
        for index in shown {
            let room = rect.right - column - (shown.upperBound < titles.count ? 1 : 0)
            let place = Rect(column: column, row: rect.row, columns: max(0, room), rows: 1)
            let isSelected = index == selected
            let text = canvas.drawing.cut(isSelected ? "[\(titles[index])]" : " \(titles[index]) ", to: place.columns)
            let style = isSelected ? Style(isFocused ? .key : .title, .bold) : Style(.muted)
            let used = canvas.write(text, in: place, style: style)
            canvas.mark(place.left(used), .tab(index - selected, keys))
            column += used
        }
        column += edge(canvas.glyphs.moreRight, shown.upperBound < titles.count, at: column, in: rect, on: &canvas)
        return column - rect.column
    }

    /// The tabs that find room, the chosen one among them.
    private func shown(in columns: Int, drawing: Drawing) -> Range<Int> {
        let widths = titles.map { drawing.width(of: $0) + 2 }
        func fits(_ range: Range<Int>) -> Bool {
            let signs = (range.lowerBound > 0 ? 1 : 0) + (range.upperBound < titles.count ? 1 : 0)
            return widths[range].reduce(signs, +) <= columns
        }
        var range = selected..<selected + 1
        while true {
            if range.upperBound < titles.count, fits(range.lowerBound..<range.upperBound + 1) {
                range = range.lowerBound..<range.upperBound + 1
            } else if range.lowerBound > 0, fits(range.lowerBound - 1..<range.upperBound) {
                range = range.lowerBound - 1..<range.upperBound
            } else {
                return range
            }
        }
    }

    private func edge(_ sign: Character, _ isNeeded: Bool, at column: Int, in rect: Rect, on canvas: inout Canvas)
        -> Int
    {
        guard isNeeded, column < rect.right else { return 0 }
        return canvas.write(String(sign), column: column, row: rect.row, style: Style(.muted), maxWidth: 1)
    }
}
