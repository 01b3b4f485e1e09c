import Terminal

/// How the rows of a table that is held as a whole are ordered: as they come, or by a column.
struct TableOrder<Column: Hashable & Sendable>: Hashable, Sendable {
    /// None for rows as they come.
    private(set) var column: Column?
    private(set) var isDescending = false

    /// Orders by a column, by the one that orders already the other way round.
    ///
    /// - Parameters:
    ///   - column: none for the rows as they come.
    ///   - descending: whether the greatest come first to begin with.
    mutating func turn(to column: Column?, descending: Bool) {
        guard let column else { return self = TableOrder() }
        isDescending = column == self.column ? !isDescending : descending
        self.column = column
    }

    /// Rows in order; equal ones stay as they came, those without a value come last whichever way the others go.
    func sorted<Row>(_ rows: [Row], by key: (Row, Column) -> TableKey?) -> [Row] {
        guard let column else { return rows }
        let keys = rows.map { key($0, column) }
        let places = rows.indices.sorted { first, second in
            switch (keys[first], keys[second]) {
            case (let one?, let other?) where one != other: isDescending ? one > other : one < other
            case (.some, nil): true
            case (nil, .some): false
            default: first < second
            }
        }
        return places.map { rows[$0] }
    }

    /// How the title of a column shows that the rows are ordered by it.
    func sign(of column: Column) -> TableColumn.Sorted? {
        guard column == self.column else { return nil }
        return isDescending ? .descending : .ascending
    }

    /// The choice of a column by key; the first entry is the rows as they come.
    func menu(_ columns: [(column: Column, title: String)], _ context: Context) -> Menu {
        var menu = Menu(
            context.say("profiles.sort", "Sort by (again turns it round)"),
            labels: [context.say("sort.natural", "as they come")] + columns.map(\.title), intent: .sort,
            selected: columns.firstIndex { $0.column == column }.map { $0 + 1 } ?? 0)
        if column != nil, let present = menu.scroll.selection {
            menu.items[present].note = String(isDescending ? context.drawing.glyphs.down : context.drawing.glyphs.up)
        }
        return menu
    }
}

/// Columns by their places.
extension TableOrder<Int> {
    /// The choice of a column by key; the first entry is the rows as they come.
    func menu(_ titles: [String], _ context: Context) -> Menu {
        menu(titles.enumerated().map { (column: $0.offset, title: $0.element) }, context)
    }

    /// The column of an entry of the menu; none for the rows as they come.
    static func column(ofEntry entry: Int) -> Int? { entry > 0 ? entry - 1 : nil }
}

/// What a cell is ordered by.
enum TableKey: Comparable {
    case number(Double)
    /// Letters alike whether capitals or not.
    case text(String)

    init(_ number: Int) { self = .number(Double(number)) }
    init(_ text: String) { self = .text(text.lowercased()) }
}
