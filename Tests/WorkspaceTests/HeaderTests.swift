import Customers
import Foundation
import Testing
import Workspace

struct HeaderTests {
    @Test(arguments: ["city\u{0}", "\u{0}city", "ci\u{0}ty", "e\u{301}tage", "city=\"x\"", "漢字 🦊", "Город"])
    func `whatever a column is called, the same file twice changes nothing`(header: String) async throws {
        let store = try TestStore()
        let file = Data("profile_id,\(header)\n1,a\n2,b\n".utf8)
        #expect(try await store.importFile("profiles.csv", file).inserted == 2)
        #expect(try await store.importFile("profiles.csv", file).duplicates == 2)
        let grown = Data("profile_id,\(header)\n1,a\n2,b\n3,c\n".utf8)
        #expect(try await store.importFile("profiles.csv", grown).inserted == 1)
        #expect(try await store.session.check() == [])
    }
}
