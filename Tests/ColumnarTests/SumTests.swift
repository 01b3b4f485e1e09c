import Columnar
import Testing

struct SumTests {
    @Test func `integers of every width are added at their places`() {
        var random = SeededGenerator(seed: 1)
        for count in 0...130 {
            let values = (0..<131).map { _ in Int8.random(in: -100...100, using: &random) }
            let rows = (0..<count).map { _ in UInt32.random(in: 0..<131, using: &random) }
            let places = (0..<count).map { _ in UInt32.random(in: 0..<7, using: &random) }
            var expected = [Int64](repeating: 1, count: 7)
            for (row, place) in zip(rows, places) { expected[Int(place)] += 3 * Int64(values[Int(row)]) }
            let lanes: [IntegerLane] = [
                .bytes(Lane(values)), .halves(Lane(values.map(Int16.init))), .words(Lane(values.map(Int32.init))),
                .longs(Lane(values.map(Int64.init))),
            ]
            for lane in lanes {
                var sums = [Int64](repeating: 1, count: 7)
                // What lies behind the rows that are meant is left alone.
                sums.add(lane, of: rows + [0], at: places + [0], count: count, times: 3)
                #expect(sums == expected)
            }
        }
    }

    @Test func `integers put aside by part add up to the same as one after the other`() {
        var random = SeededGenerator(seed: 3)
        // Places of several parts, the last one cut; places that come so often that their part fills many chunks.
        let places = 3 << 15 + 17
        let factors: [Int64] = [1, -7, 1 << 16]
        for factor in factors {
            let values = (0..<5000).map { _ in Int32.random(in: .min ... .max, using: &random) }
            let chosen = (0..<40_000).map { _ in
                (
                    row: UInt32.random(in: 0..<5000, using: &random),
                    place: UInt32.random(in: 0..<(Bool.random(using: &random) ? 9 : UInt32(places)), using: &random)
                )
            }
            let lane = IntegerLane.words(Lane(values))
            #expect(SumsByPart.fits(lane, times: factor))
            var expected = [Int64](repeating: 1, count: places)
            for (row, place) in chosen { expected[Int(place)] += factor * Int64(values[Int(row)]) }
            var parts = SumsByPart(places: places, most: chosen.count)
            for start in stride(from: 0, to: chosen.count, by: 7000) {
                let block = chosen[start..<min(start + 7000, chosen.count)]
                // What lies behind the rows that are meant is left alone.
                parts.take(
                    lane, of: block.map(\.row) + [0], at: block.map(\.place) + [0], count: block.count, times: factor)
            }
            var sums = [Int64](repeating: 1, count: places)
            parts.add(to: &sums)
            #expect(sums == expected)
        }
    }

    @Test func `integers that may not fit beside a place are told`() {
        #expect(!SumsByPart.fits(.longs(Lane([1])), times: 1))
        #expect(!SumsByPart.fits(.words(Lane([1])), times: 1 << 17))
        #expect(!SumsByPart.fits(.thousands(Lane([1])), times: 100))
        #expect(SumsByPart.fits(.bytes(Lane([1])), times: -100))
    }

    @Test func `a sum by part stays at the greatest integer`() {
        var parts = SumsByPart(places: 2, most: 2)
        parts.take(.words(Lane([1, -1])), of: [0, 1], at: [0, 1], count: 2, times: 1)
        var sums: [Int64] = [.max, .min]
        parts.add(to: &sums)
        #expect(sums == [.max, .min])
    }

    @Test func `a sum stays at the greatest and the least integer`() {
        let lane = IntegerLane.longs(Lane([.max, .min, 5]))
        var sums: [Int64] = [1, -1, .max]
        sums.add(lane, of: [0, 1, 2], at: [0, 1, 2], count: 3)
        #expect(sums == [.max, .min, .max])
        var products: [Int64] = [0, 0]
        products.add(lane, of: [0, 1], at: [0, 1], count: 2, times: 100)
        #expect(products == [.max, .min])
    }

    @Test func `codes of every width are looked up in a table`() {
        let stored: [UInt8] = [0, 3, 1, 1, 2, 0]
        let lanes: [CodeLane] = [
            .bytes(Lane(stored)), .halves(Lane(stored.map(UInt16.init))), .words(Lane(stored.map(UInt32.init))),
        ]
        for lane in lanes { #expect(lane.looked(up: [9, 7, 5, 4]) == [9, 4, 7, 7, 5, 9]) }
        #expect(CodeLane.bytes(Lane([])).looked(up: [1]).isEmpty)
    }

    @Test func `places that are asked again change, all others stay`() {
        var random = SeededGenerator(seed: 4)
        let ranges: [ClosedRange<Int64>] = [-9...(-7), 3...3, 8...(.max)]
        let integers = (0..<130).map { _ in Int64.random(in: -9...9, using: &random) }
        for before in [false, true] {
            var places = Bitmap(rows: 130, repeating: before)
            let asked = (0..<40).map { _ in UInt32.random(in: 0..<130, using: &random) }
            places.keep(asked[...], whose: integers, lieInAnyOf: ranges)
            for place in 0..<130 {
                let isIn = ranges.contains { $0.contains(integers[place]) }
                #expect(places[place] == (asked.contains(UInt32(place)) ? isIn : before))
            }
        }
    }

    @Test func `places are found by the ranges in which their figures lie`() {
        var random = SeededGenerator(seed: 2)
        for count in 0...130 {
            let integers = (0..<count).map { _ in Int64.random(in: -9...9, using: &random) }
            #expect(
                Bitmap(integers, inAnyOf: [-9...(-7), 3...3, 8...(.max)]).members
                    == integers.indices.filter { integers[$0] <= -7 || integers[$0] == 3 || integers[$0] >= 8 })
            let numbers = integers.map { Double($0) / 4 }
            #expect(
                Bitmap(numbers, inAnyOf: [(-.infinity)...(-1), 0.5...0.75]).members
                    == numbers.indices.filter { numbers[$0] <= -1 || (0.5...0.75).contains(numbers[$0]) })
        }
        #expect(Bitmap([1, 2], inAnyOf: [ClosedRange<Int64>]()).isEmpty)
    }
}
