/// Maps roles to appearances.
public struct Theme: Hashable, Sendable {
    /// Shown when themes are chosen.
    public let name: String
    /// The background that the theme is made for where it keeps the terminal's own.
    public let ground: Ground
    private let appearances: [Role: Appearance]

    /// Makes a theme; a role without an appearance looks like plain text.
    public init(name: String, ground: Ground = .any, appearances: [Role: Appearance]) {
        self.name = name
        self.ground = ground
        self.appearances = appearances
    }

    /// What a role looks like, before colours are matched to a terminal.
    public func appearance(of role: Role) -> Appearance { appearances[role] ?? Appearance() }

    /// What a style looks like at a depth; at `mono` only emphasis is left, and every state stays told apart.
    public func appearance(of style: Style, at depth: ColorDepth) -> Appearance {
        var appearance = appearance(of: style.role)
        if depth == .mono {
            appearance = Appearance(emphasis: style.role.plainEmphasis)
        } else if appearance.background != nil {
            appearance = appearance.matched(to: depth)
        } else {
            appearance.foreground = appearance.foreground.flatMap { $0.matched(to: depth, on: ground) }
        }
        appearance.emphasis.formUnion(style.emphasis)
        return appearance
    }
}

/// A background.
public enum Ground: Hashable, Sendable {
    /// Dark or light: the theme is legible on black and on white.
    case any
    /// 0xRRGGBB
    case color(UInt32)

    /// The backgrounds that a theme must be legible on.
    public var colors: [UInt32] {
        switch self {
        case .any: [0x000000, 0xFFFFFF]
        case .color(let value): [value]
        }
    }
}

extension Role {
    /// How the role is told apart without colour.
    var plainEmphasis: Emphasis {
        switch self {
        case .selection: .reverse
        case .error: [.bold, .underline]
        case .warning, .title, .key, .breadcrumb, .accent: .bold
        case .mark: [.bold, .reverse]
        case .match: [.reverse, .underline]
        case .header, .input: .underline
        case .muted, .stale, .border: .dim
        default: []
        }
    }
}
