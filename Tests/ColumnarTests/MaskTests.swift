import Columnar
import Testing

struct MaskTests {
    @Test func `keeps the laws of sets at every length`() {
        var random = SeededGenerator(seed: 1)
        for run in runs {
            let (a, b) = (randomMask(run, &random), randomMask(run, &random))
            var (notA, notB, both, either) = (a, b, a, a)
            notA.invert()
            notB.invert()
            both &= b
            either |= b
            #expect(a.members.count + notA.members.count == run.count)
            var (notBoth, eitherNot) = (both, notA)
            notBoth.invert()
            eitherNot |= notB
            #expect(notBoth == eitherNot)
            #expect(both.members == run.filter { a[$0] && b[$0] })
            #expect(either.members == run.filter { a[$0] || b[$0] })
        }
    }

    @Test func `a full mask holds its rows and no bit beyond them`() {
        for run in runs {
            let full = Mask(rows: run, repeating: true)
            #expect(full.members == Array(run))
            var empty = full
            empty.invert()
            #expect(empty.isEmpty)
            #expect(empty == Mask(rows: run))
        }
    }

    @Test func `gives its rows in order`() {
        var random = SeededGenerator(seed: 2)
        for run in runs {
            let mask = randomMask(run, &random)
            var rows: [Int] = []
            mask.forEach { rows.append($0) }
            #expect(rows == mask.members)
        }
    }

    @Test func `drops the rows below any row`() {
        var random = SeededGenerator(seed: 3)
        let mask = randomMask(64..<200, &random)
        for row in 0...210 {
            var rest = mask
            rest.removeRows(below: row)
            #expect(rest.members == mask.members.filter { $0 >= row })
        }
    }

    @Test func `joins and cuts with the same run of a set`() {
        var random = SeededGenerator(seed: 4)
        for run in runs {
            let set = randomSet(rows: run.upperBound + 70, &random)
            let mask = randomMask(run, &random)
            var (union, intersection, rest) = (mask, mask, mask)
            union.formUnion(set)
            intersection.formIntersection(set)
            rest.subtract(set)
            #expect(union.members == run.filter { mask[$0] || set[$0] })
            #expect(intersection.members == run.filter { mask[$0] && set[$0] })
            #expect(rest.members == run.filter { mask[$0] && !set[$0] })
        }
    }

    @Test func `adds itself to a set of the whole table`() {
        var random = SeededGenerator(seed: 5)
        for run in runs {
            let mask = randomMask(run, &random)
            var bitmap = Bitmap(rows: run.upperBound + 3)
            bitmap.formUnion(mask)
            #expect(bitmap.members == mask.members)
        }
    }
}
