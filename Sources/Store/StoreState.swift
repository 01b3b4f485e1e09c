public import Customers
import Glibc

/// What tells one state of a store from another, read at one moment.
public struct StoreState: Hashable, Sendable {
    /// The number of committed changes of the data.
    public let version: Int
    /// The settings that were given a value.
    public let settings: [String: String]
    /// The saved segments by name.
    public let segments: [Segment]
}

extension StoreFile {
    /// The state of the store at this moment.
    public func state() throws(StoreError) -> StoreState {
        try read { db in
            StoreState(
                version: try Self.version(db), settings: try Self.settings(db), segments: try Self.segments(db))
        }
    }
}

/// What the file system tells of a store: another mark means that somebody may have changed it.
///
/// Two changes within one tick of the file system's clock may have one mark.
public struct StoreMark: Hashable, Sendable {
    private let sizes: [Int64]
    private let times: [Int64]

    init(of paths: [String]) {
        var sizes: [Int64] = []
        var times: [Int64] = []
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            sizes.append(Int64(status.st_size))
            times.append(Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec))
        }
        self.sizes = sizes
        self.times = times
    }
}

extension StoreFile {
    /// The mark of the store at this moment.
    ///
    /// - Complexity: two looks at the file system, a few microseconds
    public var mark: StoreMark { StoreMark(of: [path, path + "-wal"]) }
}
