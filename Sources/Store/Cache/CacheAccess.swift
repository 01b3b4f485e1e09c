import GRDB

extension StoreFile {
    /// Where the cache lies.
    public var cachePath: String { path + "-cache" }

    /// The derived columns of the store as it is now, built first where there are none or only older ones.
    public func cache() throws(StoreError) -> StoreCache {
        let version = try version()
        if let cache = StoreCache(path: cachePath, identity: identity), cache.version == version { return cache }
        return try buildCache()
    }

    /// Builds the derived columns anew.
    public func buildCache() throws(StoreError) -> StoreCache {
        try read { db in
            let directory = CacheDirectory(identity: identity, version: try Self.version(db))
            let writer = try CacheWriter(path: cachePath, directory: directory)
            try CacheBuilder(db: db, writer: writer).build()
            try writer.finish()
        }
        guard let cache = StoreCache(path: cachePath, identity: identity) else {
            throw .cannotOpen(path: cachePath, reason: "the cache that was just written cannot be read")
        }
        return cache
    }
}
