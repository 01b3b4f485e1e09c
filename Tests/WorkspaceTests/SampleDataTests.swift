import Customers
import Foundation
import Intake
import SampleShop
import Store
import Testing
import Workspace

struct SampleDataTests {
    private static let folder =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/SampleData/"

    @Test func `all six files of the sample go in without options, and a second time change nothing`() async throws {
        let store = try TestStore()
        var handover: ImportHandover?
        var summaries: [(kind: String, inserted: Int, rejected: Int)] = []
        for file in ShopFile.allCases {
            let summary = try await store.run(ImportRequest(path: Self.folder + file.name), after: &handover)
            summaries.append((summary.kind, summary.inserted, summary.rejected))
            let text = try String(contentsOfFile: Self.folder + file.name, encoding: .utf8)
            #expect(summary.inserted == text.split(separator: "\n").count - 1, "\(file.name)")
        }
        #expect(Set(summaries.map(\.kind)) == Set(FileKind.allCases.map(\.rawValue)))
        #expect(summaries.allSatisfy { $0.rejected == 0 })
        let version = try await store.session.version()
        for file in ShopFile.allCases {
            let again = try await store.run(ImportRequest(path: Self.folder + file.name), after: &handover)
            #expect(again.inserted + again.updated == 0, "\(file.name)")
        }
        #expect(try await store.session.version() == version)
        #expect(try await store.session.check() == [])
    }
}
