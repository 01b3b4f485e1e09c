/// One column of a table.
public struct TableColumn: Hashable, Sendable {
    /// How wide a column is.
    public enum Width: Hashable, Sendable {
        case fixed(Int)
        /// At least so many columns, and a part of what is left, by weight.
        case flexible(atLeast: Int, weight: Int = 1)
    }

    /// How the rows are ordered by a column.
    public enum Sorted: Hashable, Sendable {
        case ascending, descending
    }

    /// Shown in the header, with the unit of numbers.
    public var title: String
    /// How wide it is.
    public var width: Width
    /// Where its cells and its title stand.
    public var alignment: Alignment
    /// Columns of a higher number drop out first where there is no room; 0 never does.
    public var priority: Int
    /// Set on the column that orders the rows.
    public var sorted: Sorted?

    /// Makes a column.
    public init(
        _ title: String, width: Width, alignment: Alignment = .left, priority: Int = 0, sorted: Sorted? = nil
    ) {
        self.title = title
        self.width = width
        self.alignment = alignment
        self.priority = priority
        self.sorted = sorted
    }

    /// The title with the sign of the order, for which the title is cut where there is no room for both.
    func title(in room: Int, _ drawing: Drawing) -> String {
        guard let sorted else { return title }
        let sign = sorted == .ascending ? drawing.glyphs.up : drawing.glyphs.down
        let left = room - drawing.width(of: sign)
        if drawing.width(of: title) < left { return "\(title) \(sign)" }
        return drawing.cut(title, to: left) + String(sign)
    }

    var least: Int {
        switch width {
        case .fixed(let columns): max(0, columns)
        case .flexible(let least, _): max(0, least)
        }
    }

    /// The columns that find room, by index, each with its own width, left to right.
    static func layout(_ columns: [TableColumn], in room: Int, gap: Int) -> [(index: Int, width: Int)] {
        var shown = Array(columns.indices)
        func needed() -> Int { shown.reduce(gap * max(0, shown.count - 1)) { $0 + columns[$1].least } }
        while needed() > room,
            let last = shown.filter({ columns[$0].priority > 0 }).max(by: {
                (columns[$0].priority, $0) < (columns[$1].priority, $1)
            })
        {
            shown.removeAll { $0 == last }
        }
        let spare = max(0, room - needed())
        let extras = Extent.lengths(
            of: shown.map { index in
                if case .flexible(_, let weight) = columns[index].width { .share(weight) } else { .fixed(0) }
            }, in: spare, gap: 0)
        return zip(shown, extras).map { ($0, columns[$0].least + $1) }
    }
}
