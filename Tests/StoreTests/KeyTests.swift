import Columnar
import Testing

@testable import Store

struct KeyTests {
    @Test func `intervals hold what a set holds`() {
        var generator = SeededGenerator(seed: 3)
        var intervals = IntervalSet()
        var set: Set<Int64> = []
        for _ in 0..<20_000 {
            let value = Int64.random(in: -500...4000, using: &generator)
            #expect(intervals.insert(value) == set.insert(value).inserted)
        }
        #expect(intervals.count == set.count)
        for value in Int64(-510)...4010 { #expect(intervals.contains(value) == set.contains(value)) }
        for (before, after) in zip(intervals.runs, intervals.runs.dropFirst()) {
            #expect(before.upperBound + 1 < after.lowerBound)
        }
    }

    @Test func `joining runs joins what they hold`() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            var intervals = IntervalSet()
            var set: Set<Int64> = []
            for _ in 0..<20 {
                let low = Int64.random(in: 0...100, using: &generator)
                let run = low...(low + Int64.random(in: 0...9, using: &generator))
                intervals.insert(run)
                set.formUnion(run)
            }
            #expect(intervals.count == set.count)
            #expect((Int64(-1)...120).allSatisfy { intervals.contains($0) == set.contains($0) })
        }
    }

    @Test func `sorted hashes are found, others are not`() {
        var generator = SeededGenerator(seed: 5)
        let values = (0..<5000).map { _ in generator.next() }.sorted()
        let sorted = SortedHashes(lane: Lane(values))
        for (place, value) in values.enumerated() { #expect(sorted.place(of: value) == place) }
        for _ in 0..<5000 {
            let other = generator.next()
            #expect((sorted.place(of: other) != nil) == values.contains(other))
        }
        #expect(SortedHashes(lane: Lane([])).place(of: 7) == nil)
    }

    @Test func `records are found by integers that lie close, far apart and beneath the first`() {
        var generator = SeededGenerator(seed: 6)
        for spread in [Int64(3), 40, 5000, .max] {
            var records = IntegerRecords()
            var dictionary: [Int64: UInt32] = [:]
            for number in 0..<3000 {
                let key = Int64.random(in: (-spread)...spread, using: &generator) / 2 + Int64(number)
                records.insert(key, record: UInt32(number))
                dictionary[key] = UInt32(number)
            }
            for key in dictionary.keys { #expect(records.record(of: key) == dictionary[key]) }
            for key in [Int64.min, -1, 0, 1, 99, 10_000, .max] { #expect(records.record(of: key) == dictionary[key]) }
            var all: Set<UInt32> = []
            records.forEachRecord { all.insert($0) }
            #expect(all.isSuperset(of: dictionary.values))
        }
    }

    @Test func `the n-th of rows that are alike has a key of its own`() throws {
        var met = MetKeys()
        let keys = try (0..<1000).map { _ in try met.key(ofRowWith: 42) }
        #expect(Set(keys).count == 1000)
        var again = MetKeys()
        #expect(try (0..<1000).map { _ in try again.key(ofRowWith: 42) } == keys)
    }

    @Test func `the hash never changes`() {
        #expect(KeyHash.hash("") == KeyHash.hash(""))
        #expect(KeyHash.hash("a@example.com") != KeyHash.hash("b@example.com"))
        #expect(KeyHash.hash("patron") == 4_260_107_608_902_231_128)
    }

    @Test(arguments: [("0", 0), ("17", 17), ("9223372036854775807", Int64.max)])
    func `a canonical integer is one`(text: String, value: Int64) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { canonicalInteger($0) } == value)
    }

    @Test(arguments: ["", "00", "017", "-1", "+1", "1.0", " 1", "9223372036854775808", "99999999999999999999"])
    func `other texts are no integers`(text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { canonicalInteger($0) } == nil)
    }
}
