import Customers
import Foundation
import Intake
import Phrases
import Store
import Testing
import Workspace

/// A dry run tells what the import after it does.
struct RehearsalTests {
    @Test func `the counts are those of the import that follows, file by file`() async throws {
        let shop = SmallShop(people: 20, seed: 3)
        let store = try TestStore()
        var files = shop.files
        // Half of every file comes first, so that the whole has rows that are known already.
        for file in files {
            var half = file
            half.rows = Array(file.rows.prefix(file.rows.count / 2))
            try await store.importAll([half])
        }
        files[2].rows[0][3] = "cancelled"
        for file in files { try await expectRehearsal(of: file.name, Data(file.text.utf8), in: store) }
    }

    @Test func `products and consents are rehearsed too`() async throws {
        let store = try TestStore()
        let consents =
            "email,channel,state,time\na@example.org,email,granted,2025-01-01\nb@example.org,,granted,2025-01-01\n"
        let products = "product_id,category,price\np1,shoes,5\np2,socks,6\np1,shoes,7\n"
        for _ in 0..<2 {
            try await expectRehearsal(of: "consents.csv", Data(consents.utf8), as: .consents, in: store)
            try await expectRehearsal(of: "products.csv", Data(products.utf8), in: store)
        }
    }

    private func expectRehearsal(
        of name: String, _ bytes: Data, as kind: FileKind? = nil, in store: TestStore,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let path = try store.write(name, bytes)
        var handover: ImportHandover?
        let told = try await store.run(ImportRequest(path: path, kind: kind, isDryRun: true), after: &handover)
        let done = try await store.run(ImportRequest(path: path, kind: kind), after: &handover)
        let counts = { (summary: ImportSummary) in
            [summary.rows, summary.inserted, summary.updated, summary.duplicates, summary.rejected]
        }
        #expect(counts(told) == counts(done), sourceLocation: sourceLocation)
        #expect(told.firstRejects == done.firstRejects, sourceLocation: sourceLocation)
        #expect(told.rejectsPath == nil && told.importID == nil, sourceLocation: sourceLocation)
    }
}
