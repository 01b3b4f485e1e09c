extension Session {
    /// Gets ready what a search for people reads, so that the first letter takes no longer than the next.
    ///
    /// - Complexity: a pass over all names, cities and identifiers, once for every state of the store
    @concurrent
    public nonisolated func prepareNames() async throws {
        try await current().finder.readAll()
    }
}
