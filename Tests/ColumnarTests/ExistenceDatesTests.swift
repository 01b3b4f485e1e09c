import Columnar
import Testing

struct ExistenceDatesTests {
    @Test(arguments: [1, 2, 7, 24, 100, 255])
    func `who exists at each date is who began before it`(count: Int) {
        for seed in 1...6 {
            var random = SeededGenerator(seed: UInt64(seed * 1000 + count))
            let rows = [0, 1, 63, 64, 1000, 9999][seed - 1]
            // From a millisecond apart to years apart, some dates equal.
            let reach = Int64(1) << Int64([8, 16, 40, 45, 20, 50][seed - 1])
            let since = (0..<rows).map { _ in
                Int.random(in: 0..<8, using: &random) == 0 ? .min : Int64.random(in: 0...reach, using: &random)
            }
            let bits = (0..<rows).map { _ in Bool.random(using: &random) }
            var ever = Bitmap(rows: rows)
            for row in 0..<rows where bits[row] { ever[row] = true }
            let dates = (0..<count).map { _ in
                since.isEmpty || Bool.random(using: &random)
                    ? Int64.random(in: -5...reach + 5, using: &random) : max(-5, since.randomElement() ?? 0)
            }.sorted()
            let existence = Existence(
                ever: BitmapLane(rows: rows, words: Lane(ever.words)), since: Lane(since), latest: since.max() ?? 0)
            let all = ExistenceDates(existence, at: dates)
            for (place, date) in dates.enumerated() {
                #expect(all.base(at: place) == existence.base(at: date), "\(rows) rows, date \(date)")
                #expect(all.base(at: place).count == (0..<rows).count { bits[$0] && since[$0] < date })
            }
        }
    }

    @Test func `all exist at every date where no beginnings are known`() {
        let ever = Bitmap(rows: 70, repeating: true)
        let existence = Existence(ever: BitmapLane(rows: 70, words: Lane(ever.words)), since: nil, latest: 0)
        #expect(ExistenceDates(existence, at: [1, 2]).base(at: 1) == ever)
    }
}
