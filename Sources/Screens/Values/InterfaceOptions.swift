public import Analytics
public import Phrases

/// How a user has set up the interface, as `config.toml` keeps it.
public struct InterfaceOptions: Hashable, Sendable {
    /// The name of the theme.
    public var theme = "colorblind"
    /// All themes that can be named.
    public var themes: [String] = []
    public var language = Language.english
    public var hasMouse = true
    public var hasBorders = true
    public var ambiguousIsWide = false
    public var wantsDirectColour = false
    public var synchronizes = true
    /// `standard` or `vim`.
    public var preset = "standard"
    /// In which period reports of money count a refund.
    public var refunds = RefundDating.ownDate

    public init() {}
}

/// One line of the configuration that the program changes: a key, and what stands behind its sign of equality.
public struct ConfigurationEntry: Hashable, Sendable {
    public let key: String
    /// As TOML writes it: `"dark"`, `true`, `2`.
    public let value: String

    public init(_ key: String, _ value: String) {
        self.key = key
        self.value = value
    }
}
