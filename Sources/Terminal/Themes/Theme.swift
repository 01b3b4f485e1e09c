/// A colour as terminals know it.
public enum Color: Hashable, Sendable {
    /// One of the 256 indexed colours.
    case indexed(UInt8)
    /// 0xRRGGBB
    case rgb(UInt32)
}

/// How many colours a terminal shows.
public enum ColorDepth: Int, Hashable, Sendable, Comparable {
    case mono = 0
    case sixteen = 16
    case indexed = 256
    case direct = 16_777_216

    public static func < (lhs: ColorDepth, rhs: ColorDepth) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// What a style looks like; no colour means the terminal's own.
public struct Appearance: Hashable, Sendable {
    public var foreground: Color?
    public var background: Color?
    public var emphasis: Emphasis

    public init(foreground: Color? = nil, background: Color? = nil, emphasis: Emphasis = []) {
        self.foreground = foreground
        self.background = background
        self.emphasis = emphasis
    }
}

/// Maps roles to appearances.
public struct Theme: Hashable, Sendable {
    public let name: String
    private let appearances: [Role: Appearance]

    public init(name: String, appearances: [Role: Appearance]) {
        self.name = name
        self.appearances = appearances
    }

    /// What a style looks like at a depth; at `mono` only emphasis is left, and every state stays told apart.
    public func appearance(of style: Style, at depth: ColorDepth) -> Appearance {
        var appearance = appearances[style.role] ?? Appearance()
        appearance.emphasis.formUnion(style.emphasis)
        return appearance
    }
}
