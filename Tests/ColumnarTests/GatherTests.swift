import Columnar
import Testing

/// What carries rows over to other tables: lines to orders and back, events to profiles.
struct GatherTests {
    @Test func `an order is found by its lines, and lines by their order`() {
        var random = SeededGenerator(seed: 1)
        for run in runs where !run.isEmpty {
            var end: UInt32 = 0
            let ends = (0..<run.upperBound).map { _ in
                end += UInt32.random(in: 0...3, using: &random)
                return end
            }
            let lane = Lane(ends)
            func lines(of order: Int) -> Range<Int> { (order == 0 ? 0 : Int(ends[order - 1]))..<Int(ends[order]) }
            let members = lane.members(of: run)
            #expect(members == lines(of: run.lowerBound).lowerBound..<lines(of: run.upperBound - 1).upperBound)
            let aligned = (members.lowerBound & ~63)..<members.upperBound
            let matching = randomMask(aligned, &random)
            let orders = Mask(rows: run, withMemberIn: matching, ends: lane)
            #expect(orders.members == run.filter { order in lines(of: order).contains { matching[$0] } })
            let chosen = randomMask(run, &random)
            let belonging = Mask(rows: aligned, inGroupsOf: chosen, ends: lane)
            #expect(
                belonging.members == aligned.filter { line in chosen.members.contains { lines(of: $0).contains(line) } }
            )
        }
    }

    @Test func `no orders have no lines`() {
        #expect(Lane<UInt32>([3, 5]).members(of: 1..<1).isEmpty)
        #expect(Mask(rows: 0..<0, withMemberIn: Mask(rows: 0..<0), ends: Lane([])).isEmpty)
    }

    @Test func `rows set the bits of their places`() {
        var random = SeededGenerator(seed: 2)
        for run in runs {
            let places = (0..<run.upperBound).map { _ in UInt32.random(in: 0..<90, using: &random) }
            let mask = randomMask(run, &random)
            var (masked, ranged) = (Bitmap(rows: 90), Bitmap(rows: 90))
            masked.insert(placesOf: mask, in: Lane(places))
            ranged.insert(placesOf: run, in: Lane(places))
            #expect(masked.members == Set(mask.members.map { Int(places[$0]) }).sorted())
            #expect(ranged.members == Set(run.map { Int(places[$0]) }).sorted())
        }
    }

    @Test func `counts rows at their places, directly and through a second step`() {
        var random = SeededGenerator(seed: 3)
        for places in 0...130 {
            let rows = 2 * places
            let mask = randomMask(0..<rows, &random)
            let at = (0..<rows).map { _ in UInt32.random(in: 0..<UInt32(max(1, places)), using: &random) }
            let mapping = (0..<places).map { UInt32($0 / 2) }
            var (direct, mapped, whole) = (
                Tally<UInt8>(places: places), Tally<UInt32>(places: places), Tally<UInt8>(places: places)
            )
            direct.add(mask, at: Lane(at))
            mapped.add(mask, at: Lane(at), through: Lane(mapping))
            whole.add(0..<rows, at: Lane(at))
            func count(_ place: Int, _ rows: [Int], _ target: (Int) -> Int) -> Int {
                rows.count { target($0) == place }
            }
            #expect(
                direct.places(counting: 1...2).members
                    == (0..<places).filter {
                        (1...2).contains(count($0, mask.members) { Int(at[$0]) })
                    })
            #expect(
                mapped.places(counting: 2...(.max)).members
                    == (0..<places).filter {
                        count($0, mask.members) { Int(mapping[Int(at[$0])]) } >= 2
                    })
            #expect(
                whole.places(counting: 0...0).members
                    == (0..<places).filter { count($0, Array(0..<rows)) { Int(at[$0]) } == 0 })
        }
    }

    @Test func `a counter stays at its ceiling`() {
        var tally = Tally<UInt8>(places: 1)
        tally.add(0..<300, at: Lane(Array(repeating: 0, count: 300)))
        #expect(tally.places(counting: 255...255).members == [0])
        tally.add(Mask(rows: 0..<1, repeating: true), at: Lane([0]))
        #expect(tally.places(counting: 255...255).members == [0])
    }

    @Test func `keeps the rows inside the stretch of their place`() {
        let times = TimeLane.seconds(Lane([0, 1, 2, 3, 4]), origin: 10)
        let lower: [Int64] = [11_000, .min, .max]
        let upper: [Int64] = [13_000, .max, .min]
        var mask = Mask(rows: 0..<5, repeating: true)
        mask.formIntersection(times: times, at: Lane([0, 0, 0, 0, 2]), through: nil, from: lower, to: upper)
        #expect(mask.members == [1, 2])
        var mapped = Mask(rows: 0..<5, repeating: true)
        mapped.formIntersection(
            times: times, at: Lane([0, 0, 0, 0, 2]), through: Lane([1, 1, 2]), from: lower, to: upper)
        #expect(mapped.members == [0, 1, 2, 3])
    }

    @Test func `records are lifted to their profiles`() {
        var random = SeededGenerator(seed: 4)
        for count in 0...130 {
            let profiles = (0..<count).map {
                $0 % 3 == 2 ? UInt32($0 - Int.random(in: 0...2, using: &random)) : UInt32($0)
            }
            let map = ProfileMap(count: count, profileOfRecord: Lane(profiles))
            let records = randomSet(rows: count, &random).bitmap
            var lifted = records
            map.lift(&lifted, moved: map.moved())
            #expect(map.moved().members == (0..<count).filter { Int(profiles[$0]) != $0 })
            #expect(lifted == map.profiles(of: records))
            var unmerged = records
            ProfileMap(count: count).lift(&unmerged, moved: ProfileMap(count: count).moved())
            #expect(unmerged == records)
        }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 130])
    func `sums and shared counts are those of a loop over the rows`(count: Int) {
        var random = SeededGenerator(seed: UInt64(count + 7))
        let values = (0..<count).map { _ in Int32.random(in: -100...100, using: &random) }
        var (first, second) = (Bitmap(rows: count), Bitmap(rows: count))
        for row in 0..<count {
            first[row] = Bool.random(using: &random)
            second[row] = Bool.random(using: &random)
        }
        let members = (0..<count).filter { first[$0] }
        let sum = members.reduce(0) { $0 + Int64(values[$1]) }
        #expect(IntegerLane.words(Lane(values)).sum(over: first) == sum)
        #expect(IntegerLane.thousands(Lane(values)).sum(over: first) == sum * 1000)
        #expect(IntegerLane.halves(Lane(values.map(Int16.init))).sum(over: first) == sum)
        #expect(first.countShared(with: second) == members.count { second[$0] })
        #expect(first.isSubset(of: second) == members.allSatisfy { second[$0] })
        #expect((first & second).isSubset(of: second))
        for member in members {
            var without = first
            without[member] = false
            #expect(without.isSubset(of: first) && !first.isSubset(of: without))
        }
    }
}
