import Columnar
import Testing

struct EventRunPartTests {
    /// Rows that are set now and then, a block of 192 rows and a shorter one.
    private static let rows = (0..<300).filter { $0 * 7 % 5 < 2 || $0 % 64 == 63 || $0 % 64 == 0 }

    private static let run: EventRun = {
        let blocks = [0..<192, 192..<300].map { block -> EventRun.Rows in
            var mask = Mask(rows: block)
            for row in rows where block.contains(row) { mask.insert(row) }
            return .mask(mask)
        }
        return EventRun(
            records: Lane((0..<300).map { UInt32($0 * 13 % 40) }),
            times: .milliseconds(Lane((0..<300).map { Int64($0 / 2) * 10 })), blocks: blocks)
    }()

    @Test(arguments: [0..<300, 0..<1, 63..<65, 64..<128, 1..<191, 190..<194, 255..<300, 299..<300, 120..<120])
    func `a part of a mask is walked as if every row were asked`(wanted: Range<Int>) {
        var found: [Int] = []
        for case .mask(let mask) in Self.run.blocks { mask.forEach(in: wanted) { found.append($0) } }
        #expect(found == Self.rows.filter(wanted.contains))
    }

    @Test(arguments: [Int64.min..<(.max), 0..<10, 5..<635, 640..<641, 1490..<5000, 10..<10])
    func `the events of a stretch of time are those of its rows, and so are their records`(span: Range<Int64>) {
        let expected = Self.rows.filter { span.contains(Int64($0 / 2) * 10) }
        var found: [Int] = []
        Self.run.forEach(in: span) { row, record, time in
            found.append(row)
            #expect(record == row * 13 % 40 && time == Int64(row / 2) * 10)
        }
        #expect(found == expected)
        var records = Bitmap(rows: 40)
        records.insert(recordsOf: Self.run, in: span)
        var slow = Bitmap(rows: 40)
        for row in expected { slow[row * 13 % 40] = true }
        #expect(records == slow)
    }

    @Test func `the first event is that of the first row that is set`() {
        var late = Mask(rows: 64..<200)
        late.insert(130)
        let run = EventRun(
            records: Self.run.records, times: Self.run.times,
            blocks: [.range(5..<5), .mask(Mask(rows: 0..<64)), .mask(late)])
        #expect(run.firstTime == 650)
        #expect(Self.run.firstTime == 0)
        #expect(EventRun(records: run.records, times: run.times, blocks: []).firstTime == nil)
    }

    @Test func `a range of rows gives the same records as a mask of all of them`() {
        let run = EventRun(
            records: Self.run.records, times: Self.run.times, blocks: [.range(0..<100), .range(100..<300)])
        for span in [Int64.min..<(.max), 333..<777] {
            var records = Bitmap(rows: 40)
            records.insert(recordsOf: run, in: span)
            var slow = Bitmap(rows: 40)
            for row in 0..<300 where span.contains(Int64(row / 2) * 10) { slow[row * 13 % 40] = true }
            #expect(records == slow)
        }
    }
}
