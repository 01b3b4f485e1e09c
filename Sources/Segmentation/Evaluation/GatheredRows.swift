import Columnar

/// Rows of a block that are meant, each with its profile, side by side so that loops over them need no branches.
///
/// The memory is used again for the next block.
struct GatheredRows {
    /// How many rows there are; what the arrays hold after them is of earlier blocks.
    private(set) var count = 0
    /// The rows of the table of events.
    private(set) var events: [UInt32] = []
    /// The lines of the orders among `events`, where lines were gathered.
    private(set) var lines: [UInt32] = []
    /// The profile of each, or its number among candidates.
    private(set) var profiles: [UInt32] = []

    /// Takes the events of candidates in a block.
    mutating func gather(
        _ match: EventScan.Match, of source: EventSource, _ map: ProfileMap, among candidates: Candidates
    ) {
        reserve(match.most)
        let taken = events.withUnsafeMutableBufferPointer { events in
            profiles.withUnsafeMutableBufferPointer { profiles in
                candidates.gather(match, of: source.records, map, into: events, profiles)
            }
        }
        guard let taken else { return gather(match, of: source, map) }
        count = taken
        profiles.withUnsafeMutableBufferPointer { candidates.number($0, count: taken) }
    }

    /// Takes the events of a block.
    private mutating func gather(_ match: EventScan.Match, of source: EventSource, _ map: ProfileMap) {
        count = events.withUnsafeMutableBufferPointer { events in
            var count = 0
            match.forEach { row in
                events[count] = UInt32(truncatingIfNeeded: row)
                count += 1
            }
            return count
        }
        findProfiles(of: source, map)
    }

    /// Takes the lines of the orders of candidates in a block, with the orders that they belong to.
    ///
    /// `matching`: the lines that are meant; none where all are.
    mutating func gatherLines(
        of match: EventScan.Match, matching: Mask?, in source: EventSource, ending ends: Lane<UInt32>,
        _ map: ProfileMap, among candidates: Candidates
    ) {
        let members = ends.members(of: match.rows)
        reserve(members.count)
        count = ends.withValues { ends in
            events.withUnsafeMutableBufferPointer { events in
                lines.withUnsafeMutableBufferPointer { lines in
                    var count = 0
                    match.forEach { order in
                        let start = order == 0 ? 0 : Int(ends[order - 1])
                        for line in start..<Int(ends[order]) where matching?[line] ?? true {
                            events[count] = UInt32(truncatingIfNeeded: order)
                            lines[count] = UInt32(truncatingIfNeeded: line)
                            count += 1
                        }
                    }
                    return count
                }
            }
        }
        findProfiles(of: source, map)
        let all = count
        count = events.withUnsafeMutableBufferPointer { events in
            lines.withUnsafeMutableBufferPointer { lines in
                profiles.withUnsafeMutableBufferPointer { profiles in
                    let kept = candidates.keep(lines, of: events, profiles, count: all)
                    candidates.number(profiles, count: kept)
                    return kept
                }
            }
        }
    }

    private mutating func reserve(_ rows: Int) {
        guard rows > events.count else { return }
        let more = Array(repeating: UInt32(0), count: max(rows, 2 * events.count) - events.count)
        events += more
        lines += more
        profiles += more
    }

    private mutating func findProfiles(of source: EventSource, _ map: ProfileMap) {
        let count = count
        let records = source.records
        events.withUnsafeBufferPointer { events in
            profiles.withUnsafeMutableBufferPointer { profiles in
                records.withValues { records in
                    for place in 0..<count { profiles[place] = records[Int(events[place])] }
                }
                map.profileOfRecord?.withValues { mapping in
                    for place in 0..<count { profiles[place] = mapping[Int(profiles[place])] }
                }
            }
        }
    }
}

extension EventScan.Match {
    /// Calls `body` with every row, in order.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        switch self {
        case .range(let rows): for row in rows { body(row) }
        case .mask(let mask): mask.forEach(body)
        }
    }

    /// The rows among which those that are meant lie.
    var rows: Range<Int> {
        switch self {
        case .range(let rows): rows
        case .mask(let mask): mask.rows
        }
    }

    /// No fewer rows than there are.
    fileprivate var most: Int { rows.count }
}
