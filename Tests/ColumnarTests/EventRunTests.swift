import Columnar
import Testing

struct EventRunTests {
    @Test func `a stretch of time cuts ranges and masks at its ends`() {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<60 {
            let rows = Int.random(in: 1...400, using: &generator)
            let times = (0..<rows).map { _ in Int64.random(in: 0..<50, using: &generator) }.sorted()
            let records = (0..<rows).map { _ in UInt32.random(in: 0..<9, using: &generator) }
            var mask = Mask(rows: 64..<max(64, rows))
            var meant = Set<Int>(0..<min(64, rows))
            for row in mask.rows where Bool.random(using: &generator) {
                mask.insert(row)
                meant.insert(row)
            }
            let run = EventRun(
                records: Lane(records), times: .milliseconds(Lane(times)),
                blocks: [.range(0..<min(64, rows)), .mask(mask)])
            let ends = [Int64.random(in: -3..<55, using: &generator), Int64.random(in: -3..<55, using: &generator)]
            let span = ends.min()!..<ends.max()!
            var found: [Int] = []
            run.forEach(in: span) { row, record, time in
                #expect(UInt32(record) == records[row] && time == times[row])
                found.append(row)
            }
            #expect(found == meant.sorted().filter { span.contains(times[$0]) })
            #expect(run.count == meant.count)
        }
    }
}
