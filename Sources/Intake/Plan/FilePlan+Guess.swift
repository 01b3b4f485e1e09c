extension FilePlan {
    /// A plan for a file, from its header and its first rows (8 MiB or 65,536 rows at most).
    ///
    /// - Parameters:
    ///   - kind: what the rows are, if a person said so; the mapping's kind counts next.
    ///   - mapping: what a person decided; the rest is guessed.
    public static func guess(
        _ path: String, as kind: FileKind? = nil, mapping: Mapping = Mapping()
    ) throws(IntakeError) -> FilePlan {
        throw .empty(path: path)
    }
}
