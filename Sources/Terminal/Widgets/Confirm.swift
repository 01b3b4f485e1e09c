/// A question before something is done, answered with another key than the one that asked.
///
/// What cannot be undone asks for a number to be typed instead.
public struct Confirm: Hashable, Sendable {
    /// What is about to be done, in a word or two.
    public var title: String
    /// What will be done, and to how many.
    public var lines: [Line]
    /// The key that agrees.
    public let yes: Key
    /// The number to type, for what cannot be undone.
    public let count: Int?
    /// Where the number is typed.
    public private(set) var field = TextField()

    /// What the answer was.
    public enum Answer: Hashable, Sendable {
        case yes, no
    }

    /// Asks with the first of `y`, `o` and `a` that is not the asking key.
    public init(_ title: String, lines: [Line], askedWith key: Key) {
        self.title = title
        self.lines = lines
        yes = key == .character("y") ? .character("o") : .character("y")
        count = nil
    }

    /// Asks for a number to be typed.
    public init(_ title: String, lines: [Line], typing count: Int) {
        self.title = title
        self.lines = lines
        yes = .enter
        self.count = count
    }

    /// Takes a key; none while there is no answer yet.
    public mutating func update(_ key: Key) -> Answer? {
        if key == .escape || key == .control("c") { return .no }
        guard let count else {
            if key == yes { return .yes }
            return key == .character("n") || key == .character("q") ? .no : nil
        }
        guard key == .enter else {
            _ = field.update(key)
            return nil
        }
        return field.text.filter { !$0.isWhitespace } == String(count) ? .yes : nil
    }

    /// Draws the question in the middle.
    public func draw(in rect: Rect, on canvas: inout Canvas, yesWord: String, noWord: String) {
        let hints: Line = KeyHints.line([(yes.name, yesWord), (Key.escape.name, noWord)])
        let popup = Popup(title, lines: lines + (count == nil ? [] : [Line()]) + [Line(), hints])
        let room = popup.draw(in: rect, on: &canvas)
        mark(in: room.bottom(1), yesWord: yesWord, on: &canvas)
        guard count != nil else { return }
        field.draw(in: room.bottom(3).line(0), on: &canvas, isFocused: true)
    }

    /// Says where the two answers stand; two blanks part them.
    private func mark(in rect: Rect, yesWord: String, on canvas: inout Canvas) {
        let width = canvas.drawing.width(of: "\(yes.name) \(yesWord)")
        canvas.mark(rect.left(width), .key(yes))
        canvas.mark(rect.inset(left: width + 2), .key(.escape))
    }
}
