/// Why a question has no answer.
public struct Failure: Error, Hashable, Sendable {
    /// A plain full sentence for people.
    public let sentence: String
    /// The place in the filter's text, as UTF-8 offsets, where the filter is at fault.
    public let place: Range<Int>?
    /// Forms that work, the likeliest first.
    public let fixes: [Replacement]

    public init(_ sentence: String, at place: Range<Int>? = nil, fixes: [Replacement] = []) {
        self.sentence = sentence
        self.place = place
        self.fixes = fixes
    }

    /// A text to put in place of a part of another.
    public struct Replacement: Hashable, Sendable {
        /// UTF-8 offsets.
        public let range: Range<Int>
        public let text: String

        public init(_ range: Range<Int>, _ text: String) {
            self.range = range
            self.text = text
        }
    }
}
