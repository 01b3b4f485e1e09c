import Testing

struct OrderOfFilesTests {
    /// The 24 orders in which four files may come.
    static let permutations: [[Int]] = {
        var found: [[Int]] = [[]]
        for place in 0..<4 {
            found = found.flatMap { order in (0...order.count).map { order[..<$0] + [place] + order[$0...] } }.map(
                Array.init)
        }
        return found
    }()

    @Test func `the order in which files come does not matter`() async throws {
        let shop = SmallShop(people: 15, seed: 3)
        let expected = try await Answers(TestStore(shop))
        #expect(Self.permutations.count == 24)
        for permutation in Self.permutations {
            let store = try TestStore()
            try await store.importAll(permutation.map { shop.files[$0] })
            try await expect(store, answersAs: expected, "files in the order \(permutation)")
        }
    }
}
