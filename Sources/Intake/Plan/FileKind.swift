/// What the rows of a file are.
public enum FileKind: String, Hashable, Sendable, CaseIterable {
    case profiles
    case events
    case orders
    case orderLines = "order lines"
    case products
    case consents

    /// The kind that a word names; blanks, dashes and underscores count as one, `order items` is `order lines`.
    public init?(named name: String) {
        let word = HeaderWords.normal(name).replacing("_", with: " ")
        if word == "order items" || word == "lines" {
            self = .orderLines
        } else {
            self.init(rawValue: word)
        }
    }

    /// The one word that the command line takes, as in `--as order-lines`.
    public var word: String { rawValue.replacing(" ", with: "-") }

    /// Whether a row must name a customer.
    public var needsIdentifier: Bool {
        switch self {
        case .profiles, .events, .orders, .consents: true
        case .orderLines, .products: false
        }
    }
}
