public import Customers
import GRDB

extension StoreFile {
    /// The saved funnels by name, each in its latest version.
    public func funnels() throws(StoreError) -> [SavedFunnel] {
        try glance { try Self.funnels($0) }
    }

    static func funnels(_ db: Database) throws -> [SavedFunnel] {
        try VersionedTexts.funnels.latest(db).map {
            SavedFunnel(name: $0.name, source: $0.source, author: $0.author, saved: $0.saved, version: $0.version)
        }
    }

    /// Saves a funnel's text under a name, as a further version where the name is taken.
    public func save(
        funnel name: String, source: String, by author: String, at time: Instant
    ) throws(StoreError) -> SavedFunnel {
        try write { db in
            let version = try VersionedTexts.funnels.append(name, source: source, by: author, at: time, in: db)
            try Self.audit(db, at: time, by: author, action: "save funnel", subject: name)
            return SavedFunnel(name: name, source: source, author: author, saved: time, version: version)
        }
    }

    /// Deletes a funnel; its versions stay in the history.
    public func delete(funnel name: String, by author: String, at time: Instant) throws(StoreError) {
        try write { db in
            guard try VersionedTexts.funnels.holds(name, db) else { throw StoreError.noFunnel(name) }
            _ = try VersionedTexts.funnels.append(name, source: nil, by: author, at: time, in: db)
            try Self.audit(db, at: time, by: author, action: "delete funnel", subject: name)
        }
    }
}
