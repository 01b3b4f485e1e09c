import Columnar

/// The events of each profile that is counted side by side: 8 bytes an event, the time above the steps that it may be.
struct SessionPaths {
    private let origin: Int64
    private let starts: [Int]
    private let entries: [UInt64]

    init(_ sources: [SessionReport.Source], since start: Int64, profiles: ProfileMap, people: Bitmap) {
        let span = start..<Int64.max
        var counts = [Int](repeating: 0, count: profiles.count + 1)
        var first = Int64.max
        for source in sources {
            source.run.forEach(in: span) { _, record, time in
                let profile = profiles.profile(of: record)
                if people[profile] { counts[profile + 1] += 1 }
                first = min(first, time)
            }
        }
        for profile in 1..<max(1, counts.count) { counts[profile] += counts[profile - 1] }
        var next = counts
        var entries = [UInt64](repeating: 0, count: counts.last ?? 0)
        for source in sources {
            source.run.forEach(in: span) { row, record, time in
                let profile = profiles.profile(of: record)
                guard people[profile] else { return }
                entries[next[profile]] = UInt64(time - first) << 16 | UInt64(source.steps?[row] ?? 0)
                next[profile] += 1
            }
        }
        for profile in 0..<profiles.count { entries[counts[profile]..<counts[profile + 1]].sort() }
        origin = first
        starts = counts
        self.entries = entries
    }

    /// The times of a profile's events and the steps that they may be, in time order; those that share an instant in the
    /// order of the steps.
    subscript(profile: Int) -> some Sequence<(time: Int64, steps: UInt16)> {
        entries[starts[profile]..<starts[profile + 1]].lazy.map {
            (origin + Int64($0 >> 16), UInt16(truncatingIfNeeded: $0))
        }
    }
}
