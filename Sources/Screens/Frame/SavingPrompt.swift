import Terminal

extension Context {
    /// Asks for a name under which a filter is saved as a segment.
    mutating func askToSave(_ filter: String, as name: String) {
        let prompt = Prompt(
            say("rfm.save", "Save as a segment"), note: filter, text: name, intent: .nameSegment(filter: filter))
        steps.append(.show(.prompt(prompt)))
    }
}
