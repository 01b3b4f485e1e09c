/// A full-screen program and what a test must know of it.
struct Subject {
    var path: String
    var arguments: [String] = []
    var environment: [String: String?] = [:]
    /// A text of the first screen.
    var landmark: String
    /// A key that moves the selection of the first screen.
    var move = "j"
    /// The keys that end the program.
    var quit = "q"

    /// Starts it and waits for the first screen to be complete.
    func start(_ changes: [String: String?] = [:], columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            path, arguments, environment: environment.merging(changes) { _, new in new }, columns: columns, rows: rows)
        try terminal.waitFor(text: landmark)
        try terminal.waitUntilIdle()
        return terminal
    }
}
