/// A saved rule: a name and the text of its filter, as the author wrote it.
public struct Segment: Hashable, Sendable {
    public let name: String
    /// The filter's text.
    public let source: String
    /// Who saved this version.
    public let author: String
    /// When this version was saved.
    public let saved: Instant
    /// 1 for the first text saved under the name, one more for every change.
    public let version: Int

    public init(name: String, source: String, author: String, saved: Instant, version: Int) {
        self.name = name
        self.source = source
        self.author = author
        self.saved = saved
        self.version = version
    }
}
