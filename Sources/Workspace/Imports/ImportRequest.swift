public import Intake

/// A file that is to be imported, and what a person decided about it.
public struct ImportRequest: Hashable, Sendable {
    public var path: String
    /// What the rows are; guessed where nobody says.
    public var kind: FileKind?
    /// The name of the source; the file's name without its endings where nobody says.
    public var source: String?
    public var mapping: Mapping
    /// Where rejected rows are written; beside the store where nobody says.
    public var rejectsPath: String?
    /// Reads the whole file and writes nothing.
    public var isDryRun: Bool

    public init(
        path: String, kind: FileKind? = nil, source: String? = nil, mapping: Mapping = Mapping(),
        rejectsPath: String? = nil, isDryRun: Bool = false
    ) {
        self.path = path
        self.kind = kind
        self.source = source
        self.mapping = mapping
        self.rejectsPath = rejectsPath
        self.isDryRun = isDryRun
    }
}
