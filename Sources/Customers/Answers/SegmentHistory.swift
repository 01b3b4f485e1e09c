/// The members of a segment at one date of a history.
public struct SegmentHistoryPoint: Hashable, Sendable {
    public let time: Instant
    public let members: Int
    /// The profiles that exist then.
    public let base: Int
    /// Members who were none at the date before; none at the first date.
    public let entered: Int?
    /// Members at the date before who are none any more; none at the first date.
    public let left: Int?

    public init(time: Instant, members: Int, base: Int, entered: Int?, left: Int?) {
        self.time = time
        self.members = members
        self.base = base
        self.entered = entered
        self.left = left
    }
}
