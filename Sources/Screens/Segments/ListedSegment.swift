import Customers
import Filters

/// A row of the list of segments: a saved one, or one that is ready to use.
struct ListedSegment: Hashable, Sendable {
    let name: String
    /// The rule as it was written.
    let source: String
    /// None for a ready one.
    let saved: Segment?

    init(_ segment: Segment) {
        (name, source, saved) = (segment.name, segment.source, segment)
    }

    init(_ ready: ReadySegment) {
        (name, source, saved) = (ready.name, ready.rule, nil)
    }

    /// The filter that holds its people.
    var filter: String { saved == nil ? source : FilterTexts.segment(name) }
}
