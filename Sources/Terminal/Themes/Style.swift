/// How a piece of text is meant, never how it is coloured: a theme says that.
public struct Style: Hashable, Sendable {
    /// What the piece is for.
    public var role: Role
    /// What is added to the role's own emphasis.
    public var emphasis: Emphasis

    /// Makes a style.
    public init(_ role: Role, _ emphasis: Emphasis = []) {
        self.role = role
        self.emphasis = emphasis
    }

    /// Text like any other.
    public static let plain = Style(.text)
}

/// What a piece of the screen is for.
public enum Role: String, Hashable, Sendable, CaseIterable {
    case text, muted, border, title, breadcrumb, header, selection, mark, key, status, good, warning, error
    case accent, input, match, stale, fresh
    case heat0, heat1, heat2, heat3, heat4
    case series1, series2, series3, series4
}

/// Emphasis on top of a role.
public struct Emphasis: OptionSet, Hashable, Sendable {
    /// One bit a kind.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Heavier, on some terminals brighter.
    public static let bold = Emphasis(rawValue: 1)
    /// With a line under it.
    public static let underline = Emphasis(rawValue: 2)
    /// With foreground and background exchanged.
    public static let reverse = Emphasis(rawValue: 4)
    /// Fainter.
    public static let dim = Emphasis(rawValue: 8)
}
