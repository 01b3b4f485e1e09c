public import Customers

/// What tells one state of a store from another, read at one moment.
public struct StoreState: Hashable, Sendable {
    /// The number of committed changes of the data.
    public let version: Int
    /// The settings that were given a value.
    public let settings: [String: String]
    /// The saved segments by name.
    public let segments: [Segment]
    /// The saved funnels by name.
    public let funnels: [SavedFunnel]
}

extension StoreFile {
    /// The state of the store at this moment.
    public func state() throws(StoreError) -> StoreState {
        try glance { db in
            StoreState(
                version: try Self.version(db), settings: try Self.settings(db), segments: try Self.segments(db),
                funnels: try Self.funnels(db))
        }
    }
}
