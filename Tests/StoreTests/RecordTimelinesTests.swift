import Foundation
import Testing

@testable import Store

/// Events laid out by record are those that sorting by record gives.
struct RecordTimelinesTests {
    @Test(
        "each record's events stand together in the order in which they were taken",
        arguments: [(records: 1, events: 3), (4096, 5000), (4097, 900), (30_000, 60_000), (20_000, 0)])
    func layOut(records: Int, events: Int) throws {
        var random = SeededGenerator(seed: UInt64(records))
        let scratch = Scratch(in: NSTemporaryDirectory())
        let owners: UnsafeMutableBufferPointer<UInt32> = try scratch.lane(events)
        for row in owners.indices { owners[row] = UInt32(Int.random(in: 0..<records, using: &random)) }
        // The last record has an event, so that the last group is not empty.
        if events > 0 { owners[events / 2] = UInt32(records - 1) }

        var timelines = try RecordTimelines(of: owners, records: records, scratch: scratch)
        timelines.gather { put in
            for row in owners.indices { put(owners[row], UInt32(row) * 2) }
        }

        let sorted = owners.indices.sorted { (owners[$0], $0) < (owners[$1], $1) }
        #expect(try Array(timelines.laidOut()) == sorted.map { UInt32($0) * 2 })
        let counts = Dictionary(grouping: owners, by: \.self).mapValues(\.count)
        var end = 0
        let ends = (0..<records).map { record in
            end += counts[UInt32(record)] ?? 0
            return UInt32(end)
        }
        #expect(timelines.ends == ends)
    }
}
