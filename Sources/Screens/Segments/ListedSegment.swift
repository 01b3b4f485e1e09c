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

    init(_ ready: ReadySegment, _ context: Context) {
        (name, source, saved) = (context.name(of: ready), ready.rule, nil)
    }

    /// The filter that holds its people.
    var filter: String { saved == nil ? source : FilterTexts.segment(name) }
}

extension Context {
    /// What a ready segment is called in the language of the interface.
    func name(of ready: ReadySegment) -> String { say("segment.ready.\(ready.key)", ready.name) }

    /// What a segment or a ready one is called: the latter bear their English name in questions.
    func name(ofSegment name: String) -> String {
        ReadySegment.named(name).map { $0.name == name ? self.name(of: $0) : name } ?? name
    }
}
