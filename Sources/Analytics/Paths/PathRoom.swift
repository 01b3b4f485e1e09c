/// Room in which the events of one part's profiles are laid side by side, used for part after part.
final class PathRoom {
    private let entries: UnsafeMutableBufferPointer<PathEntry>
    /// Where the entries of each profile end, once they are laid out.
    private let ends: UnsafeMutableBufferPointer<UInt32>

    /// Room for parts of so many profiles and at most so many events.
    init(profiles: Int, events: Int) {
        entries = .allocate(capacity: events)
        ends = .allocate(capacity: profiles)
    }

    deinit {
        entries.deallocate()
        ends.deallocate()
    }

    /// Lays out some events; those of a profile stay in the order in which they come.
    ///
    /// `places`: the profile of each of them.
    func lay(_ events: UnsafeBufferPointer<PathEntry>, _ places: UnsafeBufferPointer<UInt16>) {
        ends.update(repeating: 0)
        for place in places { ends[Int(place)] += 1 }
        var total: UInt32 = 0
        for place in ends.indices {
            let count = ends[place]
            ends[place] = total
            total += count
        }
        // What is a beginning here has become the end once all entries stand.
        for index in events.indices {
            let place = Int(places[index])
            entries[Int(ends[place])] = events[index]
            ends[place] += 1
        }
    }

    /// Calls `body` with every profile that has events, and with its events put in order.
    @inline(__always)
    func forEachPath(_ body: (Int, UnsafeBufferPointer<PathEntry>) -> Void) {
        var start = 0
        for place in ends.indices {
            let end = Int(ends[place])
            guard end > start else { continue }
            let path = UnsafeMutableBufferPointer(rebasing: entries[start..<end])
            path.sortNearlySorted()
            body(place, UnsafeBufferPointer(path))
            start = end
        }
    }
}

extension UnsafeMutableBufferPointer<PathEntry> {
    /// Sorts what is nearly in order: in time of the number of swaps, but never far beyond a general sort.
    @inline(__always)
    fileprivate func sortNearlySorted() {
        var moves = 0
        for index in 1..<Swift.max(1, count) {
            let entry = self[index]
            guard entry.precedes(self[index - 1]) else { continue }
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
