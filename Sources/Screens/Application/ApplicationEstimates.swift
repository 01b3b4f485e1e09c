extension Application {
    /// Has estimates prepared while the screen in front counts what is typed, and no longer.
    mutating func prepareEstimates() {
        let isWanted = context.store != nil && front.countsWhileTyping
        guard isWanted != preparesEstimates else { return }
        preparesEstimates = isWanted
        context.commands.append(.prepareEstimates(isWanted))
    }
}
