/// How the text of a field becomes a value.
public struct Conversion: Hashable, Sendable {
    /// How dates and times are written; none means ISO 8601, and for times also seconds or milliseconds since 1970.
    public var format: DateFormat?
    /// Whether a comma stands before the decimals.
    public var hasDecimalComma: Bool
    /// What stands between the elements of a list, one ASCII sign.
    public var separator: Character?
    /// Texts to read in place of others, before anything else.
    public var values: [String: String]
    /// Decimals of the minor unit for amounts written as whole minor units: 2 means that `1999` is 19.99; none means
    /// amounts in major units.
    public var scale: Int?
    /// Whether the identifier 0 names a customer; otherwise it is taken as missing.
    public var acceptsZero: Bool

    public init(
        format: DateFormat? = nil, hasDecimalComma: Bool = false, separator: Character? = nil,
        values: [String: String] = [:], scale: Int? = nil, acceptsZero: Bool = false
    ) {
        self.format = format
        self.hasDecimalComma = hasDecimalComma
        self.separator = separator
        self.values = values
        self.scale = scale
        self.acceptsZero = acceptsZero
    }
}
