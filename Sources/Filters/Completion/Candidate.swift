public import Customers

/// Something that may stand at a place of a filter's text.
public struct Candidate: Hashable, Sendable {
    /// What a candidate is, for those who choose.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case trait, event, property, segment, funnel, score, purpose
        case value
        /// `=`, `starts with`
        case test
        /// `and`, `within last`
        case word
        /// `days`, `30 days`
        case unit
    }

    /// What is written, quotes included.
    public let text: String
    public let kind: Kind
    /// Profiles or events that have it, where that is known.
    public let count: Int?

    public init(_ text: String, _ kind: Kind, count: Int? = nil) {
        self.text = text
        self.kind = kind
        self.count = count
    }
}

/// Whose values are wanted where a value may stand.
public struct ValueWish: Hashable, Sendable {
    /// What holds the values.
    public enum Subject: Hashable, Sendable {
        case trait(String)
        case property(event: String, name: String)
    }

    public let subject: Subject
    /// What has been typed of the value, without quotes.
    public let beginning: String

    public init(_ subject: Subject, beginning: String) {
        self.subject = subject
        self.beginning = beginning
    }
}

/// What may stand at a place of a filter's text.
public struct Candidates: Hashable, Sendable {
    /// The part of the text, in UTF-8 offsets, that a choice replaces.
    public let range: Range<Int>
    /// What has been typed of the choice, without quotes.
    public let typed: String
    /// The best first.
    public internal(set) var items: [Candidate]
    /// The values to ask for, where values may stand.
    public let wish: ValueWish?

    /// The candidates together with the values that were wished for, the most frequent of equally good ones first.
    public func adding(_ values: [CountedValue]) -> Candidates {
        let typed = SearchKey(typed)
        let found = values.compactMap { counted in
            counted.written.map { Choice(Candidate($0, .value, count: counted.count), name: counted.shown) }
        }
        var added = self
        added.items = (found.ranked(by: typed) + items).uniqued
        return added
    }
}

extension [Candidate] {
    /// The first of each text.
    var uniqued: [Candidate] {
        var seen: Set<String> = []
        return filter { seen.insert($0.text).inserted }
    }
}
