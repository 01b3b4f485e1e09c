public import Filters

/// A filter that cannot be asked, with the text that it stands in.
public struct FilterProblem: Error, CustomStringConvertible, Sendable {
    public let source: String
    /// What is wrong, where, and what would work.
    public let diagnostic: any Diagnostic

    public init(source: String, diagnostic: any Diagnostic) {
        self.source = source
        self.diagnostic = diagnostic
    }

    /// The line with the place underlined, the sentence, and the forms that work.
    public var description: String { diagnostic.report(in: source) }
}
