extension Application {
    /// Has what the screen in front will ask for prepared while it takes a text, and no longer.
    mutating func prepare() {
        let wanted = context.store == nil ? nil : front.preparation
        guard wanted != prepared else { return }
        prepared = wanted
        context.commands.append(.prepare(wanted))
    }
}
