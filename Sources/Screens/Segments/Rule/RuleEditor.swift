import Filters
import Terminal

/// A rule under the user's hands: its tree, where the cursor stands, what is marked, and the line that is being written.
struct RuleEditor: Hashable, Sendable {
    /// A state to come back to.
    private struct State: Hashable, Sendable {
        var rule: RuleTree
        var cursor: [Int]
    }

    private static let undoLimit = 200

    private(set) var rule: RuleTree
    private(set) var cursor: [Int] = []
    var folding = Folding()
    private(set) var marks: Set<[Int]> = []
    private(set) var top = 0
    /// Which of the line's numbers is stepped.
    private(set) var numberIndex = 0
    var entry: LineEntry?
    /// The line that was given up last, until another edit is made.
    private var dropped: LineEntry?
    private var undoable: [State] = []
    private var redoable: [State] = []
    /// The line whose number was stepped last, so that several steps are one edit.
    private var stepped: [Int]?

    init(_ rule: RuleTree) {
        self.rule = rule
        if !rule.isEmpty { cursor = [0] }
    }

    /// The rule with the line that is being written, as far as it can be read.
    var shown: RuleTree { entry?.preview ?? rule }

    /// The rows in view and out of it; below a line that is being written nothing stands.
    var rows: [RuleRow] {
        let rows = RuleRow.rows(of: shown, folding: folding)
        guard let path = entry?.path else { return rows }
        return rows.filter { $0.path.count <= path.count || !$0.path.starts(with: path) }
    }

    /// Where the cursor stands among the rows.
    var selected: Int {
        let place = folding.shown(entry?.path ?? cursor)
        return rows.firstIndex { $0.path == place } ?? 0
    }

    var node: RuleNode? { rule[cursor] }

    func scroll(page: Int) -> Scroll {
        var scroll = Scroll(count: rows.count, selected: selected, top: top)
        scroll.follow(page: page)
        return scroll
    }

    /// Moves the cursor.
    ///
    /// - Returns: whether the action does that.
    mutating func move(_ action: Action, page: Int) -> Bool {
        let rows = rows
        var scroll = scroll(page: page)
        guard scroll.move(action, page: page) else { return false }
        top = scroll.top
        select(rows[scroll.selected].path)
        return true
    }

    /// Puts the cursor on the row at a place in view.
    mutating func select(row: Int) {
        if rows.indices.contains(row) { select(rows[row].path) }
    }

    private mutating func select(_ path: [Int]) {
        if path != cursor { (numberIndex, stepped) = (0, nil) }
        cursor = path
    }

    /// Takes on another rule, which can be undone.
    mutating func take(_ rule: RuleTree, cursor: [Int]? = nil) {
        (entry, dropped) = (nil, nil)
        guard rule != self.rule else { return }
        undoable.append(State(rule: self.rule, cursor: self.cursor))
        if undoable.count > Self.undoLimit { undoable.removeFirst() }
        (redoable, marks, stepped) = ([], [], nil)
        show(State(rule: rule, cursor: cursor ?? self.cursor))
    }

    private mutating func show(_ state: State) {
        follow(to: state.rule)
        rule = state.rule
        var path = state.cursor
        while rule[path] == nil, let number = path.popLast() {
            // The part before the one that is gone, or the group that held it.
            let sibling = path + [number - 1]
            if number > 0, rule[sibling] != nil { path = sibling }
        }
        cursor = path
        numberIndex = 0
        folding.reveal(cursor)
    }

    /// Keeps the groups folded that stand in another rule too, wherever they stand there.
    private mutating func follow(to other: RuleTree) {
        guard !folding.folded.isEmpty else { return }
        var left = other.nodes.filter(\.node.isGroup)
        folding.follow { path in
            if other[path] == rule[path] { return path }
            guard let place = left.firstIndex(where: { $0.node == rule[path] }) else {
                return other[path]?.isGroup == true ? path : nil
            }
            return left.remove(at: place).path
        }
    }

    /// Gives up the line that is being written; undo brings back what was typed.
    ///
    /// - Returns: whether anything was.
    mutating func dropEntry() -> Bool {
        dropped = entry.flatMap { $0.isTouched ? $0 : nil }
        entry = nil
        return dropped != nil
    }

    mutating func undo() -> Bool {
        if let dropped {
            (entry, self.dropped) = (dropped, nil)
            folding.reveal(dropped.path)
            return true
        }
        guard let state = undoable.popLast() else { return false }
        redoable.append(State(rule: rule, cursor: cursor))
        marks = []
        show(state)
        return true
    }

    mutating func redo() -> Bool {
        dropped = nil
        guard let state = redoable.popLast() else { return false }
        undoable.append(State(rule: rule, cursor: cursor))
        marks = []
        show(state)
        return true
    }

    /// Folds or unfolds the group under the cursor, or goes into it or out of it.
    ///
    /// - Returns: whether there is anything to do so.
    mutating func turn(_ action: Action) -> Bool {
        guard let node, let path = folding.step(action, at: cursor, hasParts: node.isGroup && !node.parts.isEmpty)
        else { return false }
        select(path)
        return true
    }

    mutating func mark() {
        guard !cursor.isEmpty else { return }
        if marks.remove(cursor) == nil { marks.insert(cursor) }
    }

    /// The marked lines, or the one under the cursor.
    var chosen: Set<[Int]> { marks.isEmpty ? [cursor] : marks }

    // The numbers of the line under the cursor.

    /// The numbers of the condition under the cursor.
    var numbers: [NumberPlace] {
        guard entry == nil, let node, !node.isGroup else { return [] }
        return NumberPlace.all(in: node.filterText)
    }

    /// The number that the arrows step.
    var number: NumberPlace? {
        let all = numbers
        return all.isEmpty ? nil : all[numberIndex % all.count]
    }

    /// Goes on to the next number of the line.
    mutating func chooseNextNumber() -> Bool {
        guard numbers.count > 1 else { return false }
        numberIndex = (numberIndex + 1) % numbers.count
        stepped = nil
        return true
    }

    /// The rule with each neighbour of the number in its place.
    var variants: [(value: DecimalLiteral, text: String)] {
        guard let number, let text = node?.filterText else { return [] }
        return number.neighbours().compactMap { value in
            guard let filter = try? Filter(parsing: number.putting(value, in: text)) else { return nil }
            var varied = rule
            var node = RuleNode(filter)
            node.isOff = rule[cursor]?.isOff ?? false
            varied.put(node, at: cursor)
            return (value, varied.text)
        }
    }

    /// Puts the next neighbour in the place of the number under the cursor.
    ///
    /// - Returns: whether there was one.
    mutating func step(by direction: Int) -> Bool {
        guard let number, let text = node?.filterText else { return false }
        let values = number.neighbours(below: 1, above: 1)
        guard let place = values.firstIndex(of: number.value), values.indices.contains(place + direction),
            let filter = try? Filter(parsing: number.putting(values[place + direction], in: text))
        else { return false }
        dropped = nil
        var stepped = rule
        stepped.replace(at: cursor, with: filter)
        let index = numberIndex
        if self.stepped == cursor {
            rule = stepped
        } else {
            take(stepped)
        }
        self.stepped = cursor
        numberIndex = index
        return true
    }
}
