import Terminal

/// The mouse does what keys do: each screen says by drawing where its lines and panes stand, and a click takes the way
/// there that the keys would.
extension Application {
    /// Takes a turn of the mouse.
    mutating func turn(_ mouse: Mouse) {
        guard hasMouse else { return }
        switch mouse.kind {
        case .wheelUp: scroll(.up, .up, at: mouse.position)
        case .wheelDown: scroll(.down, .down, at: mouse.position)
        case .press(.left): click(at: mouse.position)
        case .press, .release, .drag: break
        }
    }

    /// Panes that Tab is tried for, at most.
    private static let mostPanes = 6
    /// Lines that a notch of the wheel moves.
    private static let linesOfNotch = 3

    private func targets(at place: Position) -> [Spot.Target] {
        var canvas = Canvas(columns: context.columns, rows: context.rows, drawing: context.drawing)
        draw(on: &canvas)
        return canvas.targets(at: place).map(\.target)
    }

    private mutating func click(at place: Position) {
        let found = targets(at: place)
        toast = nil
        switch found.first {
        case .action(let action): pressKeys(of: action)
        case .key(let key): press(key)
        case .letter(let distance): press(distance < 0 ? .left : .right, times: abs(distance))
        case .part(let index): goBack(toPart: index)
        case .outside: leaveOverlay()
        case .row(let distance, _) where found.last == .cover: choose(inFront: distance)
        case .row, .branch, .tab, .header, .square, .pane: if overlay == nil { select(at: place) }
        case .cover, nil: break
        }
    }

    private mutating func press(_ key: Key, times: Int) {
        for _ in 0..<times { press(key) }
    }

    private mutating func pressKeys(of action: Action) {
        for key in context.keys.sequences(for: action).first?.keys ?? [] { press(key) }
    }

    private mutating func act(_ action: Action, times: Int) {
        for _ in 0..<times { _ = withFront { $0.act(action, &$1) } }
    }

    /// Beside what stands in front a click closes it, unless that would throw away what was typed or answer a question.
    private mutating func leaveOverlay() {
        switch overlay {
        case .page, .palette, .menu, .picker, .tour: press(.escape)
        case .prompt, .confirm, nil: break
        }
    }

    /// Takes a line of what stands in front: of a menu and its kind the choice, of a picker the mark.
    private mutating func choose(inFront distance: Int) {
        press(distance < 0 ? .up : .down, times: abs(distance))
        switch overlay {
        case .picker: pressKeys(of: .mark)
        case nil:
            // The list under a text takes what was moved to.
            if distance == 0 { [Key.down, .up].forEach { press($0) } }
            press(.tab)
        default: press(.enter)
        }
    }

    /// Selects what lies at a place, after handing the keys to its pane; opens what was selected already.
    private mutating func select(at place: Position) {
        let hadKeys = hasKeys(at: place)
        guard focus(at: place) else { return }
        switch targets(at: place).first {
        case .row(0, _) where hadKeys: perform(.open)
        case .row(let distance, _): act(distance < 0 ? .up : .down, times: abs(distance))
        case .branch(let distance, let isFolded, _):
            act(distance < 0 ? .up : .down, times: abs(distance))
            act(isFolded ? .right : .left, times: 1)
        case .tab(let distance, let keys):
            act(distance < 0 ? keys.actions.back : keys.actions.forth, times: abs(distance))
        case .header(let column): _ = withFront { $0.sort(byColumn: column, &$1) }
        case .square(let right, let below, let isSelected):
            guard (right, below) == (0, 0) else {
                act(right < 0 ? .left : .right, times: abs(right))
                return act(below < 0 ? .up : .down, times: abs(below))
            }
            if !isSelected { act(.cancel, times: 1) } else if hadKeys { perform(.open) }
        default: break
        }
    }

    /// Whether keys go to the list or pane at a place.
    private func hasKeys(at place: Position) -> Bool {
        for target in targets(at: place) {
            switch target {
            case .row(_, let isFocused), .branch(_, _, let isFocused), .pane(let isFocused): return isFocused
            default: continue
            }
        }
        return false
    }

    /// Hands the keys to what lies at a place; a text that is being typed is taken first where it keeps them.
    ///
    /// - Returns: whether what lies there takes keys; where it does not, nothing changes.
    private mutating func focus(at place: Position) -> Bool {
        let before = self
        if stepsToFocus(at: place) != nil { return true }
        if front.isTyping {
            press(.enter)
            if !front.isTyping, stepsToFocus(at: place) != nil { return true }
        }
        self = before
        return false
    }

    /// Goes from pane to pane until the one at a place has the keys.
    ///
    /// - Returns: how many panes it went on; none where no pane there takes them, and nothing changes.
    private mutating func stepsToFocus(at place: Position) -> Int? {
        let before = self
        for steps in 0...Self.mostPanes {
            if hasKeys(at: place) { return steps }
            guard withFront({ $0.act(.nextPane, &$1) }) else { break }
        }
        self = before
        return nil
    }

    /// The wheel moves the cursor of the pane under the pointer; the keys stay where they were.
    private mutating func scroll(_ action: Action, _ key: Key, at place: Position) {
        guard overlay == nil, !front.isTyping else { return press(key, times: Self.linesOfNotch) }
        let steps = stepsToFocus(at: place) ?? 0
        act(action, times: Self.linesOfNotch)
        act(.previousPane, times: steps)
    }

    /// Goes back to a screen that the first line names; a limit or date named there is changed.
    private mutating func goBack(toPart index: Int) {
        guard overlay == nil else { return }
        if index >= stack.count { return perform(index == stack.count && !context.scope.isEmpty ? .scope : .asOf) }
        while stack.count > index + 1 {
            let count = stack.count
            perform(.back)
            takeSteps()
            guard stack.count < count else { break }
        }
    }
}
