/// What the run loop is to do, as orders.
public enum Command: Hashable, Sendable {
    /// Starts work in the slot of the request and stops what runs there; the answer names the request.
    case ask(Request)
    /// Stops what runs in a slot; no answer is awaited any more.
    case cancel(Slot)
    /// Tells back an alarm after so many milliseconds; the same alarm set again counts anew.
    case schedule(afterMilliseconds: Int, Alarm)
    /// Puts text into the user's clipboard and tells how much it was.
    case copy(String)
    /// Keeps a text that is being edited, so that no end of the program loses it.
    case saveDraft(Draft)
    /// Forgets the draft of this original name.
    case removeDraft(original: String)
    /// Keeps what the user is to find again at the next start.
    case keep(KeptState)
    /// Writes a line of the user's configuration, and takes over what can be taken over at once.
    case configure(ConfigurationEntry)
    /// Gets something ready in the background, or leaves off doing so.
    case prepare(Preparation?)
    /// Switches the reports of the mouse on or off.
    case mouse(Bool)
    /// Prints lines on the plain screen, without borders, until a key is pressed.
    case plainPage([String])
    case repaint, suspend, quit
}

/// What is read by the answers to come.
public enum Preparation: Hashable, Sendable {
    /// What estimates read.
    case estimates
    /// What cards show of everyone together.
    case cards
    /// The names in which people are looked for.
    case names
}
