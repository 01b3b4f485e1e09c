/// A filter with the places of its parts in the text that it was read from.
public struct ParsedFilter: Hashable, Sendable {
    /// The text as its author wrote it.
    public let source: String
    public let filter: Filter
    /// The range of every node in UTF-8 offsets, in the order of `filter.nodes`.
    public let ranges: [Range<Int>]
    /// Every name that the text uses, in reading order.
    public let names: [NameUse]

    /// Reads a text as a filter.
    ///
    /// - Complexity: O(*n*) for *n* characters.
    public init(_ source: String) throws(SyntaxError) {
        var parser = Parser(source)
        let located = try parser.filter()
        self.source = source
        filter = located.filter
        ranges = located.ranges
        names = parser.names
    }

    /// The range of what stands at a path of the tree; nil where the path leaves it.
    public func range(at path: [Int]) -> Range<Int>? {
        filter.nodes.firstIndex { $0.path == path }.map { ranges[$0] }
    }

    /// The range of the first use of a name in a role; nil where the text does not use it so.
    public func range(of name: String, as role: NameUse.Role) -> Range<Int>? {
        names.first { $0.name == name && $0.role == role }?.range
    }
}

/// A name in a filter's text: what it names, and where it stands.
public struct NameUse: Hashable, Sendable {
    /// What a name names.
    public enum Role: Hashable, Sendable {
        case trait
        case event
        /// A property of an event, or of any event where that is nil.
        case property(event: String?)
        case segment, funnel, score, purpose
    }

    public let name: String
    public let role: Role
    /// UTF-8 offsets of the name, quotes included.
    public let range: Range<Int>
}

extension Filter {
    /// Reads a text as a filter: `Filter(parsing: "city = \"Kraków\"")`.
    ///
    /// - Complexity: O(*n*) for *n* characters.
    public init(parsing source: String) throws(SyntaxError) {
        self = try ParsedFilter(source).filter
    }
}

/// A filter with its range, and its operands with theirs.
struct Located {
    let filter: Filter
    let range: Range<Int>
    let operands: [Located]

    init(_ filter: Filter, _ range: Range<Int>, operands: [Located] = []) {
        self.filter = filter
        self.range = range
        self.operands = operands
    }

    /// The ranges of all nodes in reading order.
    var ranges: [Range<Int>] { [range] + operands.flatMap(\.ranges) }
}
