/// What share a step is of others, 0 to 1; 0 of nobody.
public struct FunnelShares: Hashable, Sendable {
    /// Of all that entered.
    public let ofFirst: Double
    /// Of those that entered and are not still under way before this step.
    public let ofClosed: Double
    /// Of those that reached the step before.
    public let ofPrevious: Double

    public init(_ part: FunnelReport.Part, at step: Int) {
        let reached = part.steps[step].profiles
        let open = part.steps[..<step].reduce(0) { $0 + $1.open }
        ofFirst = Self.share(reached, of: part.entered)
        ofClosed = Self.share(reached, of: part.entered - open)
        ofPrevious = Self.share(reached, of: part.steps[max(0, step - 1)].profiles)
    }

    private static func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
