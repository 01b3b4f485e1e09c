import Filters
import Testing

struct RuleTreeTests {
    private func tree(_ text: String) throws -> RuleTree { RuleTree(try Filter(parsing: text)) }

    @Test func `taken apart and put together every filter stays the same`() {
        var random = RandomFilters(seed: 41)
        for _ in 0..<2000 {
            let filter = random.next()
            #expect(RuleTree(filter).filter == filter)
        }
    }

    @Test func `the live conditions are those of the filter in the same order`() {
        var random = RandomFilters(seed: 42)
        for _ in 0..<500 {
            let rule = RuleTree(random.next())
            #expect(rule.liveConditions.count == rule.filter?.conditions.count)
        }
    }

    @Test func `a part is added with and in a group of and, and makes a group elsewhere`() throws {
        var rule = RuleTree()
        let third = Filter.trait("c", .exists)
        var path = rule.add(.trait("a", .exists), .all, beside: [])
        #expect(path == [0])
        path = rule.add(.trait("b", .exists), .all, beside: path)
        #expect(rule.text == "a exists and b exists")
        path = rule.add(third, .any, beside: path)
        #expect(path == [1, 1])
        #expect(rule.text == "a exists and (b exists or c exists)")
        path = rule.add(.trait("d", .exists), .any, beside: path)
        #expect(rule.text == "a exists and (b exists or c exists or d exists)")
        path = rule.add(.trait("e", .exists), .all, beside: path)
        #expect(rule.text == "a exists and (b exists or c exists or (d exists and e exists))")
        path = rule.add(.trait("f", .exists), .any, beside: [])
        #expect(rule.text == "(a exists and (b exists or c exists or (d exists and e exists))) or f exists")
        #expect(path == [1])
    }

    @Test func `a rule of one line takes on either way of joining`() throws {
        var rule = try tree("a exists")
        _ = rule.add(.trait("b", .exists), .any, beside: [0])
        #expect(rule.text == "a exists or b exists")
    }

    @Test func `a part is replaced, and joins its group where it joins in the same way`() throws {
        var rule = try tree("a exists and b exists")
        rule.replace(at: [1], with: try Filter(parsing: "c exists and d exists"))
        #expect(rule[[2]]?.filter == .trait("d", .exists))
        rule.replace(at: [0], with: try Filter(parsing: "x exists or y exists"))
        #expect(rule.text == "(x exists or y exists) and c exists and d exists")
    }

    @Test func `removing leaves no empty group and no group of one`() throws {
        var rule = try tree("a exists and not (b exists or c exists) and d exists")
        rule.remove([[1, 0]])
        #expect(rule.text == "a exists and not c exists and d exists")
        rule.remove([[1], [2]])
        #expect(rule.text == "a exists")
        rule.remove([[0]])
        #expect(rule.text.isEmpty)
        #expect(rule.isEmpty)
    }

    @Test func `a part that is switched off is left out and stays in place`() throws {
        var rule = try tree("a exists and (b exists or c exists)")
        rule.toggle(at: [1, 0])
        #expect(rule.text == "a exists and c exists")
        #expect(rule.wholeText == "a exists and (b exists or c exists)")
        rule.toggle(at: [1])
        #expect(rule.text == "a exists")
        #expect(rule.isOff(at: [1, 1]))
        #expect(rule.liveConditions == [[0]])
        rule.toggle(at: [1])
        rule.toggle(at: [1, 0])
        #expect(rule.text == "a exists and (b exists or c exists)")
    }

    @Test func `negating twice changes nothing`() throws {
        var rule = try tree("a exists and b exists")
        rule.negate(at: [])
        #expect(rule.text == "not (a exists and b exists)")
        rule.negate(at: [])
        rule.negate(at: [1])
        #expect(rule.text == "a exists and not b exists")
    }

    @Test func `lines of one group are grouped in the other way and taken apart again`() throws {
        var rule = try tree("a exists and b exists and c exists")
        let path = rule.group([[0], [2]])
        #expect(path == [0])
        #expect(rule.text == "(a exists or c exists) and b exists")
        #expect(rule.ungroup(at: [0]) == [0])
        #expect(rule.text == "a exists and c exists and b exists")
        #expect(rule.group([[0], [1, 0]]) == nil)
    }

    @Test func `a group with a prefix is not taken apart, for its meaning would change`() throws {
        var rule = try tree("a exists and not (b exists or c exists)")
        #expect(rule.ungroup(at: [1]) == nil)
        #expect(rule.text == "a exists and not (b exists or c exists)")
    }

    @Test func `moving goes along the lines, into groups and out of them`() throws {
        var rule = try tree("a exists and (b exists or c exists) and d exists")
        #expect(rule.move(at: [0], by: 1) == [0, 0])
        #expect(rule.text == "(a exists or b exists or c exists) and d exists")
        #expect(rule.move(at: [0, 0], by: -1) == [0])
        #expect(rule.text == "a exists and (b exists or c exists) and d exists")
        #expect(rule.move(at: [2], by: -1) == [1, 2])
        #expect(rule.move(at: [1, 2], by: 1) == [2])
        #expect(rule.move(at: [2], by: 1) == nil)
        #expect(rule.text == "a exists and (b exists or c exists) and d exists")
    }

    @Test func `a rule with parts switched off is stored and read back`() throws {
        var random = RandomFilters(seed: 43)
        var pick = SeededGenerator(seed: 44)
        for _ in 0..<500 {
            var rule = RuleTree(random.next())
            for (path, _) in rule.nodes where Int.random(in: 0..<4, using: &pick) == 0 { rule.toggle(at: path) }
            let back = try RuleTree(whole: rule.wholeText, placesOff: rule.placesOff)
            #expect(back.filter == rule.filter)
            #expect(back.wholeText == rule.wholeText)
            #expect(back.placesOff == rule.placesOff)
        }
    }

    @Test func `parts that are switched off are not lost to a text written anew`() throws {
        var old = try tree("a exists and b exists and (c exists or d exists)")
        old.toggle(at: [1])
        old.toggle(at: [2, 0])
        var new = try tree("x exists or y exists")
        new.keepPartsOff(of: old)
        #expect(new.text == "x exists or y exists")
        #expect(new.wholeText == "(x exists or y exists) and b exists and c exists")
    }

    @Test func `any edits leave a rule that reads back from its text`() throws {
        var random = RandomFilters(seed: 45)
        var pick = SeededGenerator(seed: 46)
        for _ in 0..<300 {
            var rule = RuleTree(random.next())
            for _ in 0..<10 {
                let paths = rule.nodes.map(\.path)
                let path = paths[Int.random(in: 0..<paths.count, using: &pick)]
                switch Int.random(in: 0..<9, using: &pick) {
                case 0: _ = rule.add(random.next(), .all, beside: path)
                case 1: _ = rule.add(random.next(), .any, beside: path)
                case 2: rule.remove([path])
                case 3: rule.negate(at: path)
                case 4: rule.toggle(at: path)
                case 5: _ = rule.group([path])
                case 6: _ = rule.ungroup(at: path)
                case 7: _ = rule.move(at: path, by: Bool.random(using: &pick) ? 1 : -1)
                default: rule.replace(at: path, with: random.next())
                }
                guard rule.text.utf8.count < 20_000 else { break }
                if let filter = rule.filter { #expect(try Filter(parsing: rule.text) == filter) }
                #expect(rule.liveConditions.count == rule.filter?.conditions.count ?? 0)
            }
        }
    }
}

struct NumberPlaceTests {
    private func neighbours(_ text: String, number: Int = 0) -> [String] {
        NumberPlace.all(in: text)[number].neighbours().map(\.description)
    }

    @Test func `days go by the habits of the calendar`() {
        #expect(neighbours("did purchase within last 60 days") == ["30", "45", "60", "75", "90", "120"])
        #expect(neighbours("did purchase within last 1 days") == ["1", "2", "3", "5"])
        #expect(neighbours("did purchase within last 33 days") == ["21", "30", "33", "45", "60", "75"])
    }

    @Test func `times go by one and not below nothing`() {
        #expect(neighbours("did purchase at least 2 times") == ["0", "1", "2", "3", "4", "5"])
        #expect(neighbours("did purchase at least 0 times") == ["0", "1", "2", "3"])
    }

    @Test func `amounts go by round steps`() {
        #expect(neighbours("ltv > 500") == ["300", "400", "500", "600", "750", "1000"])
        #expect(neighbours("age >= 30") == ["20", "25", "30", "35", "40", "45"])
        #expect(neighbours("discount = 0.5").contains("0.5"))
    }

    @Test func `a number is put in its place`() {
        let text = "did purchase at least 2 times within last 30 days"
        let places = NumberPlace.all(in: text)
        #expect(places.map(\.unit) == ["times", "days"])
        #expect(
            places[1].putting(DecimalLiteral(coefficient: 45), in: text)
                == "did purchase at least 2 times within last 45 days")
    }

    @Test func `no neighbour overflows and every one differs`() {
        for text in ["a = 9223372036854775807", "a = -9223372036854775807", "a = 0", "a = 0.000001", "a > 199"] {
            let all = NumberPlace.all(in: text)[0].neighbours()
            #expect(Set(all).count == all.count, "\(text): \(all)")
        }
    }
}
