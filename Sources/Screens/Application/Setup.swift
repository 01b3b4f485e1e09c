public import Terminal

/// What the application is started with.
public struct Setup: Sendable {
    /// The store at hand; none where there is none yet, which shows the first screen of all.
    public var store: OpenStore?
    /// What to offer for a workspace that has not been set up.
    public var guesses: WorkspaceSettings
    /// Which keys ask for what.
    public var keys = KeyMap.standard
    /// How the user has set up the interface; its language is that of all texts.
    public var options = InterfaceOptions()
    /// How the canvas draws that the screens are handed.
    public var drawing = Drawing.unicode
    /// The screen to show first; one that is not there shows the profiles.
    public var first = Action.showDashboard
    /// What the user left here the last time.
    public var kept = KeptState()
    /// The date of all questions to begin with.
    public var asOf = Moment.now

    public init(store: OpenStore?, guesses: WorkspaceSettings) {
        self.store = store
        self.guesses = guesses
    }
}
