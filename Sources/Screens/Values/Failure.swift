public import Filters

/// Why a question has no answer.
public struct Failure: Error, Hashable, Sendable {
    /// A plain full sentence for people.
    public let sentence: String
    /// The place in the filter's text, as UTF-8 offsets, where the filter is at fault.
    public let place: Range<Int>?
    /// Forms that work, the likeliest first.
    public let fixes: [Fix]

    public init(_ sentence: String, at place: Range<Int>? = nil, fixes: [Fix] = []) {
        self.sentence = sentence
        self.place = place
        self.fixes = fixes
    }

    /// What is wrong with a filter's text.
    public init(_ diagnostic: some Diagnostic) {
        self.init(diagnostic.description, at: diagnostic.place, fixes: diagnostic.fixes)
    }
}
