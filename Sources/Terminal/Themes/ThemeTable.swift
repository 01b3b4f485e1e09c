extension Theme {
    /// Reads a theme from the tables of a theme file.
    ///
    /// A role says `foreground on background` and then `bold`, `underline`, `reverse` or `dim`; all parts may be left
    /// out: `white on blue bold`, `on blue`, `bold`. A colour is the name of one in `colors`, `#rrggbb`, an index of
    /// 0 to 255, or `default`. Roles not named look as in the default theme.
    ///
    /// The ground is `any`, or the colour that the terminal's own background is taken to be.
    ///
    /// - Throws: `ThemeError` at the first role or colour that cannot be read.
    public init(
        name: String, ground: String = "any", colors: [String: String] = [:], roles: [String: String]
    ) throws(ThemeError) {
        let names = try Self.read(colors: colors)
        var appearances: [Role: Appearance] = [:]
        for role in Role.allCases { appearances[role] = Theme.standard.appearance(of: role) }
        for (key, text) in roles.sorted(by: { $0.key < $1.key }) {
            guard let role = Role(rawValue: key) else { throw ThemeError.unknownRole(key) }
            appearances[role] = try Appearance(text, role: key, colors: names)
        }
        let background = try Self.read(ground: ground, colors: names)
        self.init(name: name, ground: background, appearances: appearances)
    }

    private static func read(colors: [String: String]) throws(ThemeError) -> [String: Color] {
        var names: [String: Color] = [:]
        for (name, text) in colors.sorted(by: { $0.key < $1.key }) {
            guard let color = Color(text) else { throw ThemeError.badColor(text, name: name) }
            names[name] = color
        }
        return names
    }

    private static func read(ground: String, colors: [String: Color]) throws(ThemeError) -> Ground {
        if ground == "any" { return .any }
        guard let color = colors[ground] ?? Color(ground) else { throw ThemeError.badColor(ground, name: "ground") }
        return .color(color.value)
    }
}

extension Color {
    /// Reads `#rrggbb` or an index of 0 to 255.
    init?(_ text: String) {
        if text.first == "#", text.count == 7, let value = UInt32(text.dropFirst(), radix: 16) {
            self = .rgb(value)
        } else if let index = UInt8(text) {
            self = .indexed(index)
        } else {
            return nil
        }
    }
}

extension Appearance {
    /// Reads the text of a role.
    init(_ text: String, role: String, colors: [String: Color]) throws(ThemeError) {
        self.init()
        var isBackground = false
        for word in text.split(separator: " ").map(String.init) {
            if let emphasis = Emphasis(word) {
                self.emphasis.formUnion(emphasis)
            } else if word == "on" {
                isBackground = true
            } else if word != "default" {
                guard let color = colors[word] ?? Color(word) else { throw ThemeError.unknownWord(word, role: role) }
                if isBackground { background = color } else { foreground = color }
            }
        }
        if foreground == nil, background != nil { throw ThemeError.backgroundAlone(role: role) }
    }
}

extension Emphasis {
    /// Reads the name of one.
    init?(_ word: String) {
        switch word {
        case "bold": self = .bold
        case "underline": self = .underline
        case "reverse": self = .reverse
        case "dim": self = .dim
        default: return nil
        }
    }
}
