/// Reads a file by its plan, a batch at a time, in memory that does not grow with the file.
public final class IntakeReader {
    public let path: String
    public let plan: FilePlan

    /// Opens the file.
    public init(path: String, plan: FilePlan, conventions: Conventions = Conventions()) throws(IntakeError) {
        self.path = path
        self.plan = plan
    }

    /// The next rows of the file, accepted and set aside together at most `maxRows`; nil at its end.
    ///
    /// After an error the rows before it have been handed on, and the reader is at its end.
    public func next(maxRows: Int = 65_536) throws(IntakeError) -> IntakeBatch? {
        nil
    }
}
