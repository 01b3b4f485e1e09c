/// A replacement that makes a text right: the form that works.
public struct Fix: Hashable, Sendable {
    /// What to replace, in UTF-8 offsets; empty to insert.
    public let range: Range<Int>
    /// What to write there.
    public let text: String

    public init(_ range: Range<Int>, _ text: String) {
        self.range = range
        self.text = text
    }

    /// The source with the replacement made.
    ///
    /// - Precondition: `source` is the text that the fix was made for.
    public func applied(to source: String) -> String {
        let lower = source.utf8.index(source.startIndex, offsetBy: range.lowerBound)
        let upper = source.utf8.index(source.startIndex, offsetBy: range.upperBound)
        return String(source[..<lower]) + text + source[upper...]
    }

    /// The source with the replacement made, and after it the likeliest ones for what is still wrong.
    ///
    /// - Parameter source: the text that the fix was made for.
    /// - Returns: a text that parses; nil where a few replacements do not lead to one.
    public func repaired(_ source: String) -> String? {
        var text = applied(to: source)
        for _ in 0..<8 {
            do {
                _ = try Filter(parsing: text)
                return text
            } catch {
                guard let next = error.fix else { return nil }
                text = next.applied(to: text)
            }
        }
        return nil
    }
}
