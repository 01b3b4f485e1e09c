import Testing

@testable import Workspace

struct ForemostTests {
    @Test(arguments: [1, 2, 7, 100, 5000], [false, true])
    func `the first so many are those of the whole in order`(most: Int, isDescending: Bool) {
        var keys: [Int] = []
        var state: UInt64 = 3
        for _ in 0..<3000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            keys.append(Int(state >> 40) % 90)
        }
        var foremost = Foremost<Int>(most, isDescending: isDescending)
        for (row, key) in keys.enumerated() { foremost.offer(key, UInt32(row)) }
        let ordered = keys.indices.sorted {
            keys[$0] == keys[$1] ? $0 < $1 : (keys[$0] < keys[$1]) != isDescending
        }
        #expect(foremost.rows == ordered.prefix(most).map { UInt32($0) })
    }
}
