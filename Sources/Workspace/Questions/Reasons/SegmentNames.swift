public import Customers
import Store

extension Session {
    /// The rule of the saved segment of a name; where there is none, the text is itself the filter.
    public func filter(orSegment text: String) throws -> String {
        try store.segments().first { $0.name == text }?.source ?? text
    }

    /// All versions of a saved segment, oldest first.
    public func versions(of name: String) throws -> [Segment] { try store.versions(ofSegment: name) }
}
