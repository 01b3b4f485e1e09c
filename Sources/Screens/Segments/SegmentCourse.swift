import Customers
import Terminal

extension Sparkline {
    /// The course of a segment's size; what moves by less than a tenth of it looks as little as it is.
    init(course points: [SegmentHistoryPoint]) {
        let sizes = points.map { Double($0.members) }
        self.init(sizes, floor: 0.9 * (sizes.max() ?? 0))
    }
}
