/// Stores that several tests only read, each made once a run.
actor SharedStore {
    private static let shared = SharedStore()
    private var stores: [[CSVFile]: Task<TestStore, any Error>] = [:]

    /// The store of a shop.
    static func of(_ shop: SmallShop) async throws -> TestStore { try await shared.task(shop).value }

    private func task(_ shop: SmallShop) -> Task<TestStore, any Error> {
        if let known = stores[shop.files] { return known }
        let task = Task { try await TestStore(shop) }
        stores[shop.files] = task
        return task
    }
}
