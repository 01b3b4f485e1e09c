/// A funnel with a name: its text as its author wrote it.
public struct SavedFunnel: Hashable, Sendable {
    public let name: String
    /// The steps in the filter language: `(home then cart then purchase within 7 days)`.
    public let source: String
    public let author: String
    public let saved: Instant
    /// From 1, one more with every saving.
    public let version: Int

    public init(name: String, source: String, author: String, saved: Instant, version: Int) {
        self.name = name
        self.source = source
        self.author = author
        self.saved = saved
        self.version = version
    }
}
