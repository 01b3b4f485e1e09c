/// A short message in place of the status line: what was done, or why it cannot be.
public struct Toast: Hashable, Sendable {
    /// How it went.
    public enum Kind: Hashable, Sendable {
        case done, warning, failed
    }

    /// A short sentence.
    public var text: String
    /// How it went, shown by a sign and a style.
    public var kind: Kind

    /// Makes a message.
    public init(_ text: String, kind: Kind = .done) {
        self.text = text
        self.kind = kind
    }

    /// Draws a sign for the kind and the text.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        canvas.fill(rect.line(0))
        let sign: (text: String, role: Role) =
            switch kind {
            case .done: ("", .good)
            case .warning: ("! ", .warning)
            case .failed: ("!! ", .error)
            }
        canvas.write(Line(sign.text + text, Style(sign.role, kind == .done ? [] : .bold)), in: rect.inset(left: 1))
    }
}
