import Testing
import Workspace

struct UndoTests {
    @Test(arguments: 1...4)
    func `taking back an import gives the answers of a store that never had it, and repeating it those with it`(
        number: Int
    ) async throws {
        let shop = SmallShop(people: 20, seed: 5)
        let store = try await TestStore(shop)
        let before = try await Answers(store)
        try await store.session.undo(import: number, at: .importing)
        var others = shop.files
        let file = others.remove(at: number - 1)
        let without = try TestStore()
        try await without.importAll(others)
        try await expect(store, answersAs: try await Answers(without))
        try await store.importAll([file])
        try await expect(store, answersAs: before)
    }

    @Test func `taking back everything leaves an empty store`() async throws {
        let store = try await TestStore(SmallShop(people: 20, seed: 5))
        for number in [2, 4, 1, 3] { try await store.session.undo(import: number, at: .importing) }
        #expect(try await Answers(store) == Answers(TestStore()))
        #expect(try await store.session.imports().isEmpty)
    }

    @Test func `an import that is not there cannot be taken back`() async throws {
        let store = try TestStore()
        await #expect(throws: (any Error).self) { try await store.session.undo(import: 9, at: .importing) }
    }
}
