/// What will be done with a file: its kind, its format, and what each column becomes.
public struct FilePlan: Hashable, Sendable {
    public var kind: FileKind
    /// The name of the source that the file's records come from.
    public var source: String
    public var format: FileFormat
    /// In the order of the file, constants last.
    public var columns: [ColumnPlan]
    /// What the guess wants people to know.
    public var notes: [PlanNote]

    public init(
        kind: FileKind, source: String, format: FileFormat, columns: [ColumnPlan], notes: [PlanNote] = []
    ) {
        self.kind = kind
        self.source = source
        self.format = format
        self.columns = columns
        self.notes = notes
    }

    /// The columns that a batch holds, in the order in which it holds them: all that are not ignored.
    public var stored: [ColumnPlan] {
        columns.filter { $0.role != .ignored }
    }
}
