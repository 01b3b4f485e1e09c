import SampleShop
import Testing

struct WritingTests {
    @Test(arguments: ShopFile.allCases)
    func `the same seed writes the same bytes and another seed others`(file: ShopFile) {
        let first = bytes(of: file, in: Shop(profiles: 300, seed: 7))
        #expect(first == bytes(of: file, in: Shop(profiles: 300, seed: 7)))
        #expect(first != bytes(of: file, in: Shop(profiles: 300, seed: 8)))
    }

    @Test(arguments: ShopFile.allCases)
    func `less memory changes no byte`(file: ShopFile) {
        let frugal = Shop(profiles: 300, seed: 7, livesAtOnce: 13)
        #expect(bytes(of: file, in: frugal) == bytes(of: file, in: Shop(profiles: 300, seed: 7)))
    }

    @Test func `a larger shop holds the profiles of a smaller one`() {
        let small = bytes(of: .profiles, in: Shop(profiles: 100, seed: 7))
        #expect(bytes(of: .profiles, in: Shop(profiles: 300, seed: 7)).starts(with: small))
    }

    @Test(arguments: ShopFile.allCases)
    func `a shop without profiles writes headers, and its products`(file: ShopFile) {
        let lines = text(of: file, in: Shop(profiles: 0)).split(separator: "\n")
        #expect(lines.count == (file == .products ? 239 : 1))
    }

    @Test(arguments: ShopFile.allCases)
    func `every row has a value or a blank for every column`(file: ShopFile) {
        let lines = text(of: file, in: Shop(profiles: 300, seed: 7)).split(separator: "\n")
        let widths = Set(lines.map { $0.utf8.count { $0 == UInt8(ascii: ",") } })
        #expect(widths.count == 1)
    }

    @Test func `what the sink throws ends the writing`() {
        struct DiskFull: Error {}
        var chunks = 0
        #expect(throws: DiskFull.self) {
            try Shop(profiles: 2000).write(.events) { _ throws(DiskFull) in
                chunks += 1
                throw DiskFull()
            }
        }
        #expect(chunks == 1)
    }

    @Test func `chunks are small however large the file`() {
        var largest = 0
        var chunks = 0
        Shop(profiles: 2000).write(.events) {
            largest = max(largest, $0.count)
            chunks += 1
        }
        #expect(largest < 70_000)
        #expect(chunks > 20)
    }
}
