public import Customers

/// A finished import as the list of imports shows it.
public struct ImportRecord: Hashable, Sendable {
    /// The number under which it can be taken back.
    public let id: Int
    /// File, kind, source and what became of the rows.
    public let counts: ImportSummary
    /// Who imported it.
    public let author: String
    /// When it was done.
    public let finished: Instant

    public init(id: Int, counts: ImportSummary, author: String, finished: Instant) {
        self.id = id
        self.counts = counts
        self.author = author
        self.finished = finished
    }
}
