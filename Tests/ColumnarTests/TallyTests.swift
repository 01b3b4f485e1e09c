import Columnar
import Testing

struct TallyTests {
    @Test func `counts the rows of each code in lanes of every width`() {
        var random = SeededGenerator(seed: 12)
        for rows in 0...130 {
            let stored = (0..<rows).map { _ in Int.random(in: 0...7, using: &random) }
            let expected = (1...9).map { code in stored.count { $0 == code } }
            let lanes: [CodeLane] = [
                .bytes(Lane(stored.map(UInt8.init))), .halves(Lane(stored.map(UInt16.init))),
                .words(Lane(stored.map(UInt32.init))),
            ]
            for lane in lanes { #expect(lane.counts(codes: 9) == expected) }
        }
    }

    @Test func `counts codes at the end of their width`() {
        let lane = CodeLane.bytes(Lane([255, 0, 255, 1]))
        let counts = lane.counts(codes: 255)
        #expect(counts[254] == 2)
        #expect(counts[0] == 1)
        #expect(counts.reduce(0, +) == 3)
    }
}
