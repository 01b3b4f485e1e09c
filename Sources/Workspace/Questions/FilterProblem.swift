public import Filters
import Segmentation

/// A filter that cannot be asked, with the text that it stands in.
public struct FilterProblem: Error, CustomStringConvertible, Sendable {
    public let source: String
    /// What is wrong, where, and what would work.
    public let diagnostic: any Diagnostic

    /// The line with the place underlined, the sentence, and the forms that work.
    public var description: String { diagnostic.report(in: source) }
}

extension WorkspaceState {
    /// Reads a filter; no text, or only blanks, is everyone.
    func parse(_ source: String) throws -> Filter {
        guard source.contains(where: { !$0.isWhitespace }) else { return .everyone }
        do {
            return try ParsedFilter(source).filter
        } catch {
            throw FilterProblem(source: source, diagnostic: error)
        }
    }
}
