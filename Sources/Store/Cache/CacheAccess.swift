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
        try CacheBuild(store: self, path: cachePath).run()
        guard let cache = StoreCache(path: cachePath, identity: identity) else {
            throw .cannotOpen(path: cachePath, reason: "the cache that was just written cannot be read")
        }
        return cache
    }
}
