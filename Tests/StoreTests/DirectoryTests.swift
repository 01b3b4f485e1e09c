import Testing

@testable import Store

struct DirectoryTests {
    private static var directory: CacheDirectory {
        var directory = CacheDirectory(identity: "a store", version: 7)
        directory.imports = [1, 2, 5]
        directory.undone = 1
        directory.plainTraits = [3, 9]
        directory.records = 1000
        directory.events = 42
        directory.firstEvent = -5
        directory.orphanLines = 2
        directory.widened = ["ціна"]
        directory.sections = [
            "trait/city/codes": .init(offset: 4096, count: 10, width: 1),
            "timeline/ends": .init(offset: 8192, count: 3, width: 4),
        ]
        var city = CacheDirectory.ColumnEntry(name: "city", prefix: "trait/city", form: .codes)
        (city.width, city.sets, city.setStride, city.rows, city.hasChanges) = (1, 4, 17, 1000, true)
        var price = CacheDirectory.ColumnEntry(name: "price", prefix: "event/0/price", form: .integers, meaning: 4)
        (price.scale, price.rows, price.hasPresence, price.distinct) = (1000, 12, true, 3)
        directory.traits = [city]
        directory.changes = [city, price]
        directory.orderProperties = [price]
        directory.tables = [.init(name: "view", prefix: "event/0", rows: 12, isCovered: true, properties: [price])]
        directory.identifierKinds = ["email", "user_id"]
        directory.identifierTraits = ["email": ["mail"], "user_id": ["id", "other"]]
        return directory
    }

    @Test func `a directory is read as it was written`() throws {
        #expect(try CacheDirectory(bytes: Self.directory.bytes) == Self.directory)
        let empty = CacheDirectory(identity: "", version: 0)
        #expect(try CacheDirectory(bytes: empty.bytes) == empty)
    }

    @Test func `bytes that are cut off or that go on are refused`() {
        let bytes = Self.directory.bytes
        for count in 0..<bytes.count {
            #expect(throws: DirectoryReader.Damage.self) { _ = try CacheDirectory(bytes: Array(bytes[..<count])) }
        }
        #expect(throws: DirectoryReader.Damage.self) { _ = try CacheDirectory(bytes: bytes + [0]) }
    }

    @Test func `bytes that were changed are refused, or read as something, and never a fault`() {
        var generator = SeededGenerator(seed: 19)
        let bytes = Self.directory.bytes
        for _ in 0..<5000 {
            var other = bytes
            for _ in 0..<3 {
                other[Int.random(in: other.indices, using: &generator)] = UInt8(truncatingIfNeeded: generator.next())
            }
            _ = try? CacheDirectory(bytes: other)
        }
    }
}
