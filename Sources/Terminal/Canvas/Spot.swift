/// A part of the canvas that means something to the mouse.
public struct Spot: Hashable, Sendable {
    /// The cells.
    public let rect: Rect
    /// What a click there does.
    public let target: Target

    /// What lies under the pointer, told as the way there from where the keys are: what a click does, keys can do too.
    public enum Target: Hashable, Sendable {
        /// A line of a list, so many below the selected one; and whether keys go to that list.
        case row(Int, isFocused: Bool)
        /// The sign of a branch of a tree, on a line so many below the selected one.
        case branch(Int, isFolded: Bool, isFocused: Bool)
        /// A tab, so many to the right of the chosen one, and what goes from one to the next.
        case tab(Int, Tabs.Keys)
        /// The title of a column of a table that can be sorted, by its place among all columns.
        case header(Int)
        /// A square of a grid, so many to the right of the cursor and below it, and whether it stands out alone.
        case square(right: Int, below: Int, isSelected: Bool)
        /// A place in a text that is being typed, so many clusters right of the cursor.
        case letter(Int)
        /// A pane, and whether keys go to it.
        case pane(isFocused: Bool)
        /// What a hint names.
        case action(Action)
        /// What a hint names by a key of its own.
        case key(Key)
        /// A part of the way here, counted from the outermost.
        case part(Int)
        /// Something that stands in front of what lies beneath.
        case cover
        /// All that lies beneath it, out of reach.
        case outside
    }
}

extension Canvas {
    /// Says what cells mean to the mouse; what is said later stands in front.
    public mutating func mark(_ rect: Rect, _ target: Spot.Target) {
        let rect = rect.intersection(bounds)
        if !rect.isEmpty { spots.append(Spot(rect: rect, target: target)) }
    }

    /// Clears cells for something that stands in front of all, the hardware cursor and what the mouse would find too.
    public mutating func cover(_ rect: Rect, style: Style = .plain) {
        fill(rect, style: style)
        cursor = nil
        mark(rect, .cover)
    }

    /// What the mouse finds at a place, the innermost first, down to what covers the rest.
    public func targets(at place: Position) -> [Spot] {
        var found: [Spot] = []
        for spot in spots.reversed() where spot.rect.contains(place) {
            found.append(spot)
            if spot.target == .cover || spot.target == .outside { break }
        }
        return found
    }
}
