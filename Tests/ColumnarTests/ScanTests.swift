import Columnar
import Testing

/// Every scan against the plain loop, at all lengths around the edges of words.
struct ScanTests {
    @Test(arguments: [Int64(-100)...100, 0...0, .min...(-1), 5...(.max), 1_000_000...2_000_000, .min...(.max)])
    func `finds integers in a range in lanes of every width`(range: ClosedRange<Int64>) {
        var random = SeededGenerator(seed: 1)
        for run in runs {
            let values = (0..<run.upperBound).map { _ in Int64.random(in: -120...120, using: &random) }
            for lane in lanes(values) {
                var mask = Mask(rows: run)
                mask.insert(lane, in: range)
                #expect(mask.members == run.filter { range.contains(values[$0]) })
            }
        }
    }

    @Test func `finds integers at the ends of their width`() {
        let values: [Int8] = [.min, -1, 0, 1, .max]
        var mask = Mask(rows: 0..<5)
        mask.insert(IntegerLane.bytes(Lane(values)), in: -128...(-1))
        #expect(mask.members == [0, 1])
        var wide = Mask(rows: 0..<2)
        wide.insert(IntegerLane.longs(Lane([.min, .max])), in: .max...(.max))
        #expect(wide.members == [1])
    }

    @Test func `finds integers in many ranges and in a table`() {
        var random = SeededGenerator(seed: 2)
        let ranges: [ClosedRange<Int64>] = [-110...(-100), -50...(-50), -3...4, 60...70, 90...91, 100...119]
        let table = (-110...119).map { value in ranges.contains { $0.contains(Int64(value)) } ? UInt8(1) : 0 }
        for run in runs {
            let values = (0..<run.upperBound).map { _ in Int64.random(in: -120...120, using: &random) }
            for lane in lanes(values) {
                var (searched, looked) = (Mask(rows: run), Mask(rows: run))
                searched.insert(lane, inAnyOf: ranges)
                looked.insert(lane, where: table, from: -110)
                let expected = run.filter { row in ranges.contains { $0.contains(values[row]) } }
                #expect(searched.members == expected)
                #expect(looked.members == expected)
            }
        }
    }

    @Test func `finds numbers in a range`() {
        var random = SeededGenerator(seed: 3)
        for run in runs {
            let values = (0..<run.upperBound).map { _ in Double.random(in: -1...1, using: &random) }
            var mask = Mask(rows: run)
            mask.insert(Lane(values), in: -0.25...0.5)
            #expect(mask.members == run.filter { values[$0] >= -0.25 && values[$0] <= 0.5 })
        }
    }

    @Test func `finds codes in a range and in a table, in lanes of every width`() {
        var random = SeededGenerator(seed: 4)
        let table: [UInt8] = [0, 1, 0, 1, 1, 0, 1]
        for run in runs {
            // Codes 7 and 8 lie beyond the table.
            let codes = (0..<run.upperBound).map { _ in UInt32.random(in: 0...8, using: &random) }
            let lanes: [CodeLane] = [
                .bytes(Lane(codes.map(UInt8.init))), .halves(Lane(codes.map(UInt16.init))), .words(Lane(codes)),
            ]
            for lane in lanes {
                var (ranged, looked) = (Mask(rows: run), Mask(rows: run))
                ranged.insert(lane, storedIn: 3...(.max))
                looked.insert(lane, where: table)
                #expect(ranged.members == run.filter { codes[$0] >= 3 })
                #expect(looked.members == run.filter { codes[$0] < 7 && table[Int(codes[$0])] == 1 })
            }
        }
    }

    @Test func `finds parts of texts as a look at each text does`() {
        var random = SeededGenerator(seed: 8)
        let pieces = ["a", "B", "b", "@", "[", "é", "ab", "AB", "aab", "x.y", "Ko", "\u{301}", ""]
        for part in ["a", "ab", "aba", "b@", "ko", "[", "x.yab", "é", "bé"] {
            for run in [0..<700, 64..<513, 128..<129, 64..<64] {
                let texts = (0..<700).map { _ in
                    (0..<Int.random(in: 0...9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                        .joined()
                }
                var end: UInt64 = 0
                let ends = texts.map { text in
                    end += UInt64(text.utf8.count)
                    return end
                }
                var mask = Mask(rows: run)
                mask.insert(
                    texts: Lane(texts.flatMap { Array($0.utf8) }), ends: Lane(ends), holding: Array(part.utf8)
                ) { String(decoding: $0, as: UTF8.self).lowercased().contains(part) }
                #expect(mask.members == run.filter { texts[$0].lowercased().contains(part) }, "\(part) in \(run)")
            }
        }
    }

    @Test func `finds texts and lists`() {
        var random = SeededGenerator(seed: 5)
        for run in runs {
            let texts = (0..<run.upperBound).map { _ in ["", "a", "ab", "b"].randomElement(using: &random) ?? "" }
            let bytes = Lane(texts.flatMap { Array($0.utf8) })
            var end = 0
            let ends = texts.map { text in
                end += text.utf8.count
                return end
            }
            var (present, first) = (Mask(rows: run), Mask(rows: run))
            present.insert(textsEnding: Lane(ends.map(UInt64.init)))
            first.insert(texts: bytes, ends: Lane(ends.map(UInt64.init))) { $0.first == UInt8(ascii: "a") }
            #expect(present.members == run.filter { !texts[$0].isEmpty })
            #expect(first.members == run.filter { texts[$0].hasPrefix("a") })
            // The same as lists of codes: 0 for a, 1 for b.
            let codes = Lane(texts.flatMap { $0.utf8.map { UInt32($0) - 97 } })
            var (listed, holding) = (Mask(rows: run), Mask(rows: run))
            listed.insert(listsEnding: Lane(ends.map(UInt32.init)))
            holding.insert(lists: codes, ends: Lane(ends.map(UInt32.init)), where: [0, 1])
            #expect(listed == present)
            #expect(holding.members == run.filter { texts[$0].contains("b") })
        }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 130])
    func `whole thousands and few numbers are found like the values that they stand for`(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let seconds = (0..<count).map { _ in Int32.random(in: -3...3, using: &random) }
        let distinct = [-1.5, 0, 2.25, 7]
        let places = (0..<count).map { _ in UInt8.random(in: 0...3, using: &random) }
        let rows = 0..<count
        for _ in 0..<50 {
            let lower = Int64.random(in: -3500...3500, using: &random)
            let range = lower...lower + Int64.random(in: 0...2500, using: &random)
            var (stored, plain) = (Mask(rows: rows), Mask(rows: rows))
            stored.insert(IntegerLane.thousands(Lane(seconds)), in: range)
            plain.insert(IntegerLane.longs(Lane(seconds.map { Int64($0) * 1000 })), in: range)
            #expect(stored == plain)
            let least = Double.random(in: -3...8, using: &random)
            let numbers = least...least + Double.random(in: 0...9, using: &random)
            (stored, plain) = (Mask(rows: rows), Mask(rows: rows))
            stored.insert(NumberLane.places(Lane(places), of: Lane(distinct)), in: numbers)
            plain.insert(NumberLane.doubles(Lane(places.map { distinct[Int($0)] })), in: numbers)
            #expect(stored == plain)
        }
    }

    private func lanes(_ values: [Int64]) -> [IntegerLane] {
        [
            .bytes(Lane(values.map(Int8.init))), .halves(Lane(values.map(Int16.init))),
            .words(Lane(values.map(Int32.init))), .longs(Lane(values)),
        ]
    }
}
