import Foundation
import SampleShop
import Testing

struct SampleDataTests {
    @Test(arguments: ShopFile.allCases)
    func `the folder SampleData holds what the shop writes, byte for byte`(file: ShopFile) throws {
        let stored = try Data(contentsOf: folder.appending(path: file.name))
        #expect(stored == Data(bytes(of: file, in: Shop())), "write \(file.name) again")
    }

    @Test func `the folder stays under eight megabytes and holds nothing else`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(names) == Set(ShopFile.allCases.map(\.name)))
        let sizes = try names.map { try Data(contentsOf: folder.appending(path: $0)).count }
        #expect(sizes.reduce(0, +) < 8_000_000)
    }

    private var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../SampleData").standardized
    }
}
