/// How a piece of text is meant, never how it is coloured: a theme says that.
public struct Style: Hashable, Sendable {
    public var role: Role
    public var emphasis: Emphasis

    public init(_ role: Role, _ emphasis: Emphasis = []) {
        self.role = role
        self.emphasis = emphasis
    }

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
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    public static let bold = Emphasis(rawValue: 1)
    public static let underline = Emphasis(rawValue: 2)
    public static let reverse = Emphasis(rawValue: 4)
    public static let dim = Emphasis(rawValue: 8)
}
