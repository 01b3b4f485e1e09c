public import Terminal

/// What a user left in a store and finds again: how lists look, where he was, how keys and the mouse were.
public struct KeptState: Hashable, Sendable {
    public var list = ListLayout.standard
    public var dashboard = DashboardLayout.standard
    /// The screen that was in front, by the action that shows it.
    public var screen = Action.showDashboard
    public var isZoomed = false
    public var hasMouse = true
    /// Whether the tour has been seen.
    public var knowsTour = false
    /// What was done by name, the last first.
    public var doneLast: [Action] = []

    public init() {}

    private static let mostDone = 20

    /// Remembers that something was done by name.
    mutating func remember(_ action: Action) {
        doneLast = Array(([action] + doneLast.filter { $0 != action }).prefix(Self.mostDone))
    }
}
