import Columnar

/// The events of each profile side by side, nearly in time order.
///
/// The compiler cannot see that it may be shared: while it is made each thread writes places of its own, and later
/// each profile is read by one thread alone.
///
/// - Complexity: two passes over the events, one on each of two threads.
final class PathTable: @unchecked Sendable {
    /// Milliseconds since 1970 from which entries count.
    let origin: Int64
    /// Where the entries of each profile begin, and the end of all.
    private let starts: [UInt32]
    private let entries: UnsafeMutableBufferPointer<PathEntry>

    /// Lays the events of the profiles that are meant side by side, with none of all.
    init(_ events: FunnelEvents, of isMeant: Bitmap?) throws {
        let passes = PathSource.passes(over: events)
        let span = events.span
        origin = span.lowerBound
        let scatter = Scatter(passes: passes, profiles: events.profiles, isMeant: isMeant, origin: span.lowerBound)
        let halves = scatter.halves(of: span)
        let counts = try shared(halves.count) { try scatter.counts(in: halves[$0]) }
        (starts, entries) = Self.room(for: counts, profiles: events.profiles.count)
        nonisolated(unsafe) let room = entries
        let starts = starts
        _ = try shared(halves.count) { half in
            let before = half == 0 ? nil : counts[0]
            try scatter.put(into: room, starts: starts, before: before, in: halves[half])
        }
    }

    deinit { entries.deallocate() }

    private static func room(
        for counts: [[UInt32]], profiles: Int
    ) -> ([UInt32], UnsafeMutableBufferPointer<PathEntry>) {
        var starts = [UInt32](repeating: 0, count: profiles + 1)
        var total: UInt32 = 0
        for profile in 0..<profiles {
            starts[profile] = total
            for half in counts { total += half[profile] }
        }
        starts[profiles] = total
        return (starts, .allocate(capacity: Int(total)))
    }

    /// A stretch of time in milliseconds since the origin; nothing happened before it.
    func relative(_ span: Range<Int64>) -> Range<Int64> {
        let start = max(span.lowerBound, origin)
        return (start - origin)..<(max(start, span.upperBound) - origin)
    }

    /// The number of events that are followed.
    var events: Int { entries.count }

    /// The number of profiles, with events or not.
    var count: Int { starts.count - 1 }

    /// The entries of a profile, put in order.
    ///
    /// To be called by one thread for a profile.
    func path(of profile: Int) -> UnsafeBufferPointer<PathEntry> {
        let path = UnsafeMutableBufferPointer(rebasing: entries[Int(starts[profile])..<Int(starts[profile + 1])])
        path.sortNearlySorted()
        return UnsafeBufferPointer(path)
    }
}

extension UnsafeMutableBufferPointer<PathEntry> {
    /// Sorts what is nearly in order: in time of the number of swaps, but never far beyond a general sort.
    fileprivate func sortNearlySorted() {
        var moves = 0
        for index in indices.dropFirst() {
            let entry = self[index]
            var place = index
            while place > 0, entry.precedes(self[place - 1]) {
                self[place] = self[place - 1]
                place -= 1
            }
            self[place] = entry
            moves += index - place
            if moves > 64 + 16 * index {
                var rest = self
                return rest.sort { $0.precedes($1) }
            }
        }
    }
}

/// Puts events beside those of their profile.
private struct Scatter: Sendable {
    let passes: [PathSource]
    let profiles: ProfileMap
    let isMeant: Bitmap?
    let origin: Int64

    /// Slices of time whose events are put table by table: events of one profile then lie nearly in order.
    private static let slices: Int64 = 1024

    func halves(of span: Range<Int64>) -> [Range<Int64>] {
        let middle = span.lowerBound + (span.upperBound - span.lowerBound) / 2
        return [span.lowerBound..<middle, middle..<span.upperBound]
    }

    /// Events of each profile in a stretch of time.
    func counts(in span: Range<Int64>) throws -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: profiles.count)
        for pass in passes {
            try Task.checkCancellation()
            counts.withUnsafeMutableBufferPointer { counts in
                pass.forEachRecord(in: span) { counts[profiles.profile(of: $0)] += 1 }
            }
        }
        if let isMeant {
            for profile in counts.indices where !isMeant[profile] { counts[profile] = 0 }
        }
        return counts
    }

    /// Writes the events of a stretch of time behind those that come before it.
    func put(
        into room: UnsafeMutableBufferPointer<PathEntry>, starts: [UInt32], before: [UInt32]?, in span: Range<Int64>
    ) throws {
        var next = Array(starts.dropLast())
        if let before {
            for profile in next.indices { next[profile] += before[profile] }
        }
        let step = max(1, (span.upperBound - span.lowerBound) / Self.slices)
        var start = span.lowerBound
        while start < span.upperBound {
            try Task.checkCancellation()
            let slice = start..<min(start + step, span.upperBound)
            for pass in passes { put(pass, of: slice, into: room, at: &next) }
            start = slice.upperBound
        }
    }

    private func put(
        _ pass: PathSource, of slice: Range<Int64>, into room: UnsafeMutableBufferPointer<PathEntry>,
        at next: inout [UInt32]
    ) {
        next.withUnsafeMutableBufferPointer { next in
            pass.forEach(in: slice, origin: origin) { record, entry in
                let profile = profiles.profile(of: record)
                if let isMeant, !isMeant[profile] { return }
                room[Int(next[profile])] = entry
                next[profile] += 1
            }
        }
    }
}
