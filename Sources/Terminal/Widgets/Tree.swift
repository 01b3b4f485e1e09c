/// A tree as lines, one a node, each indented under what holds it, with a sign before branches that can be folded.
public struct Tree: Hashable, Sendable {
    /// One line: a node, and how it stands.
    public struct Row: Hashable, Sendable {
        /// Its place among the parts of its parent at every level; none for the root.
        public let path: [Int]
        /// Whether parts can hang below it.
        public let isBranch: Bool
        /// Whether these are out of sight.
        public let isFolded: Bool

        /// How many nodes stand around it.
        public var depth: Int { path.count }

        /// Makes a line of a tree.
        public init(path: [Int], isBranch: Bool, isFolded: Bool) {
            (self.path, self.isBranch, self.isFolded) = (path, isBranch, isFolded)
        }
    }

    /// The lines in their order, without those inside folded branches.
    public var rows: [Row]
    /// What is selected and in view.
    public var scroll: Scroll
    /// Whether keys go to this tree: its selected line then carries the hardware cursor.
    public var isFocused: Bool
    /// Whether a text is written in the selected line, which then keeps its own look.
    public var isWriting = false

    /// Makes a tree.
    public init(rows: [Row], scroll: Scroll, isFocused: Bool = true) {
        (self.rows, self.scroll, self.isFocused) = (rows, scroll, isFocused)
    }

    /// The lines of nodes in reading order, without those inside folded branches.
    public static func rows(of nodes: [(path: [Int], isBranch: Bool)], folding: Folding) -> [Row] {
        nodes.compactMap { path, isBranch in
            guard !folding.hides(path) else { return nil }
            return Row(path: path, isBranch: isBranch, isFolded: isBranch && folding.isFolded(path))
        }
    }

    /// Draws the lines in view.
    ///
    /// - Parameters:
    ///   - rect: where.
    ///   - canvas: drawn on.
    ///   - sign: stands before a line in place of the sign of the selection, such as that of a mark.
    ///   - content: draws what a line says into the room right of its indentation.
    public func draw(
        in rect: Rect, on canvas: inout Canvas, sign: (Int) -> Terminal.Span? = { _ in nil },
        content: (Int, Rect, inout Canvas) -> Void
    ) {
        for (line, index) in scroll.visible(page: rect.rows).enumerated() where index < rows.count {
            let place = rect.line(line)
            let isSelected = index == scroll.selection
            canvas.mark(place, .row(index - scroll.selected, isFocused: isFocused))
            if let sign = sign(index) ?? (isSelected ? Span(String(canvas.glyphs.selected), .plain) : nil) {
                canvas.write(sign.text, in: place.left(1), style: sign.style)
            }
            let indent = indent(of: rows[index], in: rect)
            drawFold(of: rows[index], at: index, in: place.inset(left: indent - Self.step).left(1), on: &canvas)
            content(index, place.inset(left: indent), &canvas)
            if isSelected, !isWriting { select(place, on: &canvas) }
        }
    }

    private static let step = 2

    /// Deep lines of a narrow tree are indented no further, so that what they say has room.
    private func indent(of row: Row, in rect: Rect) -> Int {
        1 + Self.step * min(row.depth, max(0, rect.columns / 6))
    }

    /// The sign of a branch, which a click turns.
    private func drawFold(of row: Row, at index: Int, in rect: Rect, on canvas: inout Canvas) {
        guard row.isBranch, row.depth > 0, rect.column > 0 else { return }
        let sign = row.isFolded ? canvas.glyphs.folded : canvas.glyphs.unfolded
        canvas.write(String(sign), in: rect, style: Style(.muted))
        canvas.mark(rect, .branch(index - scroll.selected, isFolded: row.isFolded, isFocused: isFocused))
    }

    private func select(_ rect: Rect, on canvas: inout Canvas) {
        guard isFocused else { return canvas.restyle(rect) { Style($0.role, $0.emphasis.union(.bold)) } }
        canvas.restyle(rect, role: .selection)
        canvas.cursor = Position(column: rect.column, row: rect.row)
    }
}
