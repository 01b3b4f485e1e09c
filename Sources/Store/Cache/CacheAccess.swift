import Dispatch
import Foundation
import GRDB
import Phrases
import Synchronization

extension StoreFile {
    /// Where the cache lies.
    public var cachePath: String { path + "-cache" }

    /// Rows that came since a cache was built, up to which they are added to what it holds whenever somebody opens it.
    private static func mostLateRows(_ cache: StoreCache) -> Int {
        let built = cache.directory
        return min(max(4096, (built.events + built.records) / 8), 262_144)
    }

    /// The derived columns of the store as it is now.
    ///
    /// Where few rows have come since they were built, those are added in memory; else they are built anew.
    ///
    /// - Complexity: O(rows that came since the columns were built), but for the columns that are built
    public func cache() throws(StoreError) -> StoreCache {
        let known = latestCache.withLock { $0 }
        let version = try version()
        if let known, known.version == version { return known }
        if let mapped = known?.built ?? StoreCache(path: cachePath, identity: identity) {
            if mapped.version == version { return keep(mapped) }
            if let grown = try grown(mapped) { return keep(grown) }
        }
        // Somebody else may have built it since the one that is known was.
        if known != nil, let mapped = StoreCache(path: cachePath, identity: identity), let grown = try grown(mapped) {
            return keep(grown)
        }
        return try buildCache()
    }

    /// Builds the derived columns anew.
    public func buildCache() throws(StoreError) -> StoreCache {
        try CacheBuild(store: self, path: cachePath).run()
        guard let cache = StoreCache(path: cachePath, identity: identity) else {
            throw .cannotOpen(
                path: cachePath,
                reason: Phrase("store.reason.written", "the cache that was just written cannot be read"))
        }
        return keep(cache)
    }

    private func keep(_ cache: StoreCache) -> StoreCache {
        let before = latestCache.withLock { latest in
            defer { latest = cache }
            return latest
        }
        if !cache.header.isSettled, before?.header != cache.header {
            DispatchQueue.global(qos: .utility).async { [cachePath] in cache.header.settle(path: cachePath) }
        }
        return cache
    }

    /// The columns with what came since; none where they cannot take it.
    private func grown(_ cache: StoreCache) throws(StoreError) -> StoreCache? {
        let folder = URL(fileURLWithPath: cachePath).deletingLastPathComponent().path
        return try read { db in
            do {
                let growth = try CacheGrowth(
                    cache, to: try CacheSource(db: db), version: try Self.version(db), folder: folder)
                guard try growth.rows() <= Self.mostLateRows(cache) else { return nil }
                return try growth.grown()
            } catch is GrowthRefusal {
                return nil
            }
        }
    }
}
