/// Which of many rows is selected, and which are in view.
public struct Scroll: Hashable, Sendable {
    /// How many rows there are.
    public private(set) var count: Int
    /// The selected row; 0 when there are none.
    public private(set) var selected: Int
    /// The first row in view.
    public private(set) var top: Int

    /// A place among rows; a selection beyond them counts as the nearest.
    public init(count: Int = 0, selected: Int = 0, top: Int = 0) {
        self.count = max(0, count)
        self.selected = min(max(0, selected), max(0, count - 1))
        self.top = max(0, top)
    }

    /// The selected row, or none where there are none.
    public var selection: Int? { count > 0 ? selected : nil }

    /// Takes a new number of rows and keeps the selection inside.
    public mutating func resize(to count: Int) {
        self = Scroll(count: count, selected: selected, top: top)
    }

    /// Selects a row, the nearest one where there is none such.
    public mutating func select(_ row: Int) {
        selected = min(max(0, row), max(0, count - 1))
    }

    /// Moves the selection as a moving action says.
    ///
    /// The page is the number of rows in view; Page Up and Down move by one less.
    ///
    /// - Returns: whether the action was one of moving up or down.
    @discardableResult
    public mutating func move(_ action: Action, page: Int) -> Bool {
        switch action {
        case .up: select(selected - 1)
        case .down: select(selected + 1)
        case .pageUp: select(selected - max(1, page - 1))
        case .pageDown: select(selected + max(1, page - 1))
        case .first: select(0)
        case .last: select(count - 1)
        default: return false
        }
        if action == .up || action == .down { makeRoom(page: page) }
        follow(page: page)
        return true
    }

    /// Brings a third of a page into view where a step has left it: the next steps move the cursor alone, so that a list
    /// that is gone through row by row is not sent anew with every row.
    private mutating func makeRoom(page: Int) {
        let room = page / 3
        if selected < top { top = max(0, selected - room) }
        if selected >= top + page { top = selected - page + 1 + room }
    }

    /// Moves the view so that it shows the selection and no empty rows at the end.
    public mutating func follow(page: Int) {
        top = topmost(page: page)
    }

    /// The rows to draw in so many lines, with the selection among them.
    public func visible(page: Int) -> Range<Int> {
        let top = topmost(page: page)
        return top..<min(count, top + max(0, page))
    }

    private func topmost(page: Int) -> Int {
        let page = max(1, page)
        return max(0, min(max(top, selected - page + 1), selected, max(0, count - page)))
    }
}
