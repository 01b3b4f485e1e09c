public import Filters
public import Phrases

/// Why a question has no answer.
public struct Failure: Error, Hashable, Sendable {
    /// A plain full sentence for people.
    public let phrase: Phrase
    /// The place in the filter's text, as UTF-8 offsets, where the filter is at fault.
    public let place: Range<Int>?
    /// Forms that work, the likeliest first.
    public let fixes: [Fix]

    public init(_ phrase: Phrase, at place: Range<Int>? = nil, fixes: [Fix] = []) {
        self.phrase = phrase
        self.place = place
        self.fixes = fixes
    }

    /// A sentence that no catalogue has, or that is in the language of the interface already.
    public init(_ sentence: String, at place: Range<Int>? = nil, fixes: [Fix] = []) {
        self.init(Phrase(verbatim: sentence), at: place, fixes: fixes)
    }

    /// What is wrong with a filter's text.
    public init(_ diagnostic: some Diagnostic) {
        self.init(diagnostic.phrase, at: diagnostic.place, fixes: diagnostic.fixes)
    }
}
