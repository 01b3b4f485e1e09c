import Columnar

/// The events of each of some profiles that are counted side by side: 8 bytes an event, the time above the steps that it may be.
struct SessionPaths {
    private let origin: Int64
    private let first: Int
    private let starts: [Int]
    private let entries: [UInt64]

    /// - `range`: the profiles.
    init(
        _ sources: [SessionReport.Source], since start: Int64, profiles: ProfileMap, in range: Range<Int>,
        people: Bitmap
    ) {
        let span = start..<Int64.max
        var counts = [Int](repeating: 0, count: range.count + 1)
        var earliest = Int64.max
        for source in sources {
            source.run.forEach(in: span) { _, record, time in
                let profile = profiles.profile(of: record)
                if range.contains(profile), people[profile] { counts[profile - range.lowerBound + 1] += 1 }
                earliest = min(earliest, time)
            }
        }
        for profile in 1..<max(1, counts.count) { counts[profile] += counts[profile - 1] }
        var next = counts
        var entries = [UInt64](repeating: 0, count: counts.last ?? 0)
        for source in sources {
            source.run.forEach(in: span) { row, record, time in
                let profile = profiles.profile(of: record)
                guard range.contains(profile), people[profile] else { return }
                let place = profile - range.lowerBound
                entries[next[place]] = UInt64(time - earliest) << 16 | UInt64(source.steps?[row] ?? 0)
                next[place] += 1
            }
        }
        for place in range.indices {
            let own = counts[place - range.lowerBound]..<counts[place - range.lowerBound + 1]
            if own.count > 1 { entries[own].sort() }
        }
        origin = earliest
        first = range.lowerBound
        starts = counts
        self.entries = entries
    }

    /// The times of a profile's events and the steps that they may be, in time order; those that share an instant in the
    /// order of the steps.
    subscript(profile: Int) -> some Sequence<(time: Int64, steps: UInt16)> {
        entries[starts[profile - first]..<starts[profile - first + 1]].lazy.map {
            (origin + Int64($0 >> 16), UInt16(truncatingIfNeeded: $0))
        }
    }
}
