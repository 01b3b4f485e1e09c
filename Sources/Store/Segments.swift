public import Customers
import GRDB

extension StoreFile {
    /// The saved segments by name, each in its latest version.
    public func segments() throws(StoreError) -> [Segment] {
        try glance { try Self.segments($0) }
    }

    static func segments(_ db: Database) throws -> [Segment] {
        try VersionedTexts.segments.latest(db).map(Segment.init)
    }

    /// All versions of a segment, oldest first; a deleted one keeps those it had.
    public func versions(ofSegment name: String) throws(StoreError) -> [Segment] {
        try glance { try VersionedTexts.segments.versions(of: name, $0).map(Segment.init) }
    }

    /// Saves a filter's text under a name, as a further version where the name is taken.
    public func save(
        segment name: String, source: String, by author: String, at time: Instant
    ) throws(StoreError) -> Segment {
        try write { db in
            let version = try VersionedTexts.segments.append(name, source: source, by: author, at: time, in: db)
            try Self.audit(db, at: time, by: author, action: "save segment", subject: name)
            return Segment(name: name, source: source, author: author, saved: time, version: version)
        }
    }

    /// Deletes a segment; its versions stay in the history.
    public func delete(segment name: String, by author: String, at time: Instant) throws(StoreError) {
        try write { db in
            guard try VersionedTexts.segments.holds(name, db) else { throw StoreError.noSegment(name) }
            _ = try VersionedTexts.segments.append(name, source: nil, by: author, at: time, in: db)
            try Self.audit(db, at: time, by: author, action: "delete segment", subject: name)
        }
    }
}

extension Segment {
    fileprivate init(_ text: VersionedTexts.Version) {
        self.init(
            name: text.name, source: text.source, author: text.author, saved: text.saved, version: text.version)
    }
}
