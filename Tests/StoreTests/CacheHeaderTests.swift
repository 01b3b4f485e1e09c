import Columnar
import Foundation
import Testing

@testable import Store

struct CacheHeaderTests {
    private static let other = SystemBoot(high: 7, low: 9)

    /// Makes a cache file look as if it had been written in another run of the system.
    private static func move(_ path: String, toOtherBootSettled isSettled: Bool) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let bytes = try #require(try file.read(upToCount: 4096))
        let known = try #require(CacheHeader(Array(bytes)))
        var header = CacheHeader(offset: known.offset, count: known.count, boot: other)
        header.isSettled = isSettled
        try file.seek(toOffset: 0)
        try file.write(contentsOf: Data(header.bytes))
        try file.close()
    }

    /// Builds the cache of a store and waits until it has been written out, so that nobody else writes to it any more.
    private static func build(_ store: StoreFile) throws -> StoreCache {
        let built = try store.buildCache()
        while StoreCache(path: store.cachePath, identity: store.identity)?.header.isSettled != true { sched_yield() }
        return built
    }

    @Test func `a header is read as it was written`() {
        var header = CacheHeader(offset: 4096, count: 77, boot: Self.other)
        #expect(CacheHeader(header.bytes) == header)
        header.isSettled = true
        #expect(CacheHeader(header.bytes) == header)
        #expect(CacheHeader(Array(header.bytes.dropLast())) == nil)
        #expect(CacheHeader(Array("PATRONC6".utf8) + header.bytes.dropFirst(8)) == nil)
    }

    @Test func `after a start of the system a cache is good only where it had been written out`() throws {
        let folder = TemporaryStore()
        _ = try importProfiles([(1, "Kraków"), (2, nil)], into: try folder.open())
        let store = try folder.open()
        _ = try Self.build(store)
        try Self.move(store.cachePath, toOtherBootSettled: true)
        #expect(StoreCache(path: store.cachePath, identity: store.identity) != nil)
        try Self.move(store.cachePath, toOtherBootSettled: false)
        #expect(StoreCache(path: store.cachePath, identity: store.identity) == nil)
        let built = try folder.open().cache()
        #expect(built.header.boot == SystemBoot.current)
        #expect(built.population.existence.ever.bitmap.count == 2)
    }

    @Test func `a cache that is written out says so, and no other that took its place`() throws {
        let folder = TemporaryStore()
        _ = try importProfiles([(1, "Kraków")], into: try folder.open())
        let store = try folder.open()
        let built = try Self.build(store)
        try Self.move(store.cachePath, toOtherBootSettled: false)
        built.header.settle(path: store.cachePath)
        #expect(StoreCache(path: store.cachePath, identity: store.identity) == nil)
        let written = CacheHeader(offset: built.header.offset, count: built.header.count, boot: Self.other)
        written.settle(path: store.cachePath)
        #expect(StoreCache(path: store.cachePath, identity: store.identity)?.header.isSettled == true)
    }
}
