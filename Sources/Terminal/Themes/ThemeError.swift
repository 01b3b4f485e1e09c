/// Why a theme cannot be read.
public enum ThemeError: Error, Hashable, Sendable {
    case unknownRole(String)
    case badColor(String, name: String)
    case unknownWord(String, role: String)
    /// The terminal's own foreground on a background of ours may be illegible.
    case backgroundAlone(role: String)
}

extension ThemeError: CustomStringConvertible {
    /// One sentence that names the place, the reason and the way out.
    public var description: String {
        switch self {
        case .unknownRole(let name):
            "The theme names a role ‘\(name)’, which there is not; roles are "
                + Role.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .badColor(let text, let name):
            "The colour ‘\(name)’ is given as ‘\(text)’; write #rrggbb or a number from 0 to 255."
        case .unknownWord(let word, let role):
            "The role ‘\(role)’ says ‘\(word)’, which is no colour of the theme and none of bold, underline, reverse, dim."
        case .backgroundAlone(let role):
            "The role ‘\(role)’ has a background and no foreground; name both, as the terminal's own may not show on it."
        }
    }
}
