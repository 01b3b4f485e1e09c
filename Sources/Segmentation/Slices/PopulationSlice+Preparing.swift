import Columnar

extension PopulationSlice {
    /// Gathers all columns ahead of the questions that name them.
    ///
    /// A question that comes meanwhile waits for one table or column at most.
    ///
    /// - Throws: `CancellationError`
    /// - Complexity: O(rows of all tables)
    public func prepare() async throws {
        for text in names {
            try Task.checkCancellation()
            _ = try population(naming: [text], birthDate: nil)
            await Task.yield()
        }
    }

    /// What to gather one after the other: what filters name most comes first.
    private var names: [String] {
        let events = whole.events.sorted { $0.key < $1.key }
        return ["purchase"] + whole.traits.keys.sorted() + events.map(\.key)
            + whole.orders.properties.keys.sorted().map { "order " + $0 }
            + whole.orders.lines.keys.sorted().map { "order " + $0 }
            + events.flatMap { name, table in table.properties.keys.sorted().map { "\(name) \($0)" } }
    }
}
