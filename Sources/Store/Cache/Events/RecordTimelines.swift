import Dispatch

/// Lays events out record by record.
///
/// There are so many records that events put straight to those they belong to would be written all over the memory. They go to
/// groups of neighbouring records first, and within each group to their records.
struct RecordTimelines {
    /// Where the events of each record end.
    let ends: [UInt32]
    private let scratch: Scratch
    /// Records of one group differ in these low bits alone.
    private let groupBits: Int
    /// For each group, where its next event goes.
    private var next: [Int]
    /// Record and place of each event, group by group.
    private let gathered: UnsafeMutableBufferPointer<UInt64>

    /// The records of a group are at least these many, whose timelines mostly fit a core's own cache.
    private static let leastGroupBits = 12
    /// More groups than these would be written all over the memory too.
    private static let mostGroupsBits = 10

    /// - `owners`: the record of each event.
    init(of owners: UnsafeMutableBufferPointer<UInt32>, records: Int, scratch: Scratch) throws(StoreError) {
        self.scratch = scratch
        var ends = [UInt32](repeating: 0, count: records)
        for record in owners { ends[Int(record)] += 1 }
        var total: UInt32 = 0
        for record in ends.indices {
            total += ends[record]
            ends[record] = total
        }
        let bits = Int.bitWidth - records.leadingZeroBitCount
        groupBits = max(Self.leastGroupBits, bits - Self.mostGroupsBits)
        next = stride(from: 0, to: records, by: 1 << groupBits).map { $0 == 0 ? 0 : Int(ends[$0 - 1]) }
        gathered = try scratch.lane(owners.count)
        self.ends = ends
    }

    /// Takes all events in time order.
    ///
    /// `body`: hands the record and the place of each on.
    @inline(__always)
    mutating func gather(_ body: ((_ record: UInt32, _ place: UInt32) -> Void) -> Void) {
        let (gathered, bits) = (gathered, UInt32(groupBits))
        next.withUnsafeMutableBufferPointer { next in
            body { record, place in
                let group = Int(record >> bits)
                gathered[next[group]] = UInt64(record) << 32 | UInt64(place)
                next[group] += 1
            }
        }
    }

    /// The places of each record's events in time order, one record after the other.
    ///
    /// - Precondition: all events have been gathered.
    func laidOut() throws(StoreError) -> UnsafeMutableBufferPointer<UInt32> {
        let timeline: UnsafeMutableBufferPointer<UInt32> = try scratch.lane(gathered.count)
        // Each group is a stretch of its own of what is read and of what is written.
        nonisolated(unsafe) let (timelines, target) = (self, timeline)
        DispatchQueue.concurrentPerform(iterations: next.count) { timelines.layOut($0, into: target) }
        scratch.release(gathered)
        return timeline
    }

    private func layOut(_ group: Int, into target: UnsafeMutableBufferPointer<UInt32>) {
        let records = group << groupBits..<min(ends.count, (group + 1) << groupBits)
        var next = records.map { $0 == 0 ? 0 : ends[$0 - 1] }
        let start = Int(next.first ?? 0)
        next.withUnsafeMutableBufferPointer { next in
            for event in gathered[start..<self.next[group]] {
                let record = Int(event >> 32) - records.lowerBound
                target[Int(next[record])] = UInt32(truncatingIfNeeded: event)
                next[record] += 1
            }
        }
    }
}
